import './shared/theme/fonts.js';
import './shared/theme/tokens.css';
import './shared/theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from '@tanstack/react-router';
import { createAppRouter } from './app/router.js';
import { keepOfflineCopy } from './shared/api/offline-copy.js';
import { createQueryClient } from './shared/api/query-client.js';
import { watchSystemTheme } from './shared/theme/theme.js';

watchSystemTheme();
const client = createQueryClient();
keepOfflineCopy(client);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={createAppRouter(client)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
