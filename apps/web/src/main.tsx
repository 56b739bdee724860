import './shared/theme/fonts.js';
import './shared/theme/language-names.css';
import './shared/theme/tokens.css';
import './shared/theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from '@tanstack/react-router';
import { leadToSignIn } from './app/login-ended.js';
import { createAppRouter } from './app/router.js';
import { watchUpdates } from './app/update/watch-update.js';
import { keepOfflineCopy } from './shared/api/offline-copy.js';
import { createQueryClient } from './shared/api/query-client.js';
import { watchSystemTheme } from './shared/theme/theme.js';

watchSystemTheme();
const client = createQueryClient();
keepOfflineCopy(client);
const router = createAppRouter(client);
leadToSignIn(client, router);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
// Without one (a private window, an address without https) the application works online.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void watchUpdates(navigator.serviceWorker).catch(() => undefined);
