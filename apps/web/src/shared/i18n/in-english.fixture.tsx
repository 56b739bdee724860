import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { LanguageProvider } from './LanguageProvider.js';
import { loadCatalogue } from './catalogues.js';

/** Shows a component as the application would: with its sentences, and with answers of the forum that are cached nowhere else. */
export async function renderInEnglish(component: ReactNode, client = new QueryClient()) {
  const catalogue = await loadCatalogue('en');
  return render(component, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <LanguageProvider language="en" catalogue={catalogue}>
          {children}
        </LanguageProvider>
      </QueryClientProvider>
    ),
  });
}
