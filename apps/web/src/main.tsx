import './shared/theme/fonts.js';
import './shared/theme/tokens.css';
import './shared/theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { keepOfflineCopy } from './shared/api/offline-copy.js';
import { createQueryClient } from './shared/api/query-client.js';
import { loadCatalogue } from './shared/i18n/catalogues.js';
import { isLanguage, rememberedLanguage } from './shared/i18n/languages.js';
import { LanguageProvider } from './shared/i18n/LanguageProvider.js';
import { watchSystemTheme } from './shared/theme/theme.js';

watchSystemTheme();
const client = createQueryClient();
keepOfflineCopy(client);
const [, wanted] = location.pathname.split('/');
const language = isLanguage(wanted) ? wanted : rememberedLanguage();
const catalogue = await loadCatalogue(language);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider language={language} catalogue={catalogue}>
          <App />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
