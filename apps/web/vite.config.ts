import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { messageCatalogues } from './build-plugins/message-catalogues.js';
import { packedFiles } from './build-plugins/packed-files.js';
import { SERVICE_WORKER, serviceWorkerFiles } from './build-plugins/service-worker.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

/** Of the pages that the API renders, which know them by these names. */
const STYLE_SHEETS = { publication: here('src/publication/publication.css'), 'publication-ja': here('src/publication/publication-ja.css') };

export default defineConfig({
  plugins: [react(), messageCatalogues(here('src/shared/i18n/messages')), serviceWorkerFiles(), packedFiles()],
  resolve: {
    // No shape is validated in the browser: their classes are left out, and so is what they would keep their types in.
    alias: { 'reflect-metadata': here('build-plugins/nothing.ts') },
    dedupe: ['yjs', 'react', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
  },
  build: {
    // The Content-Security-Policy allows fonts and pictures from our own origin only, never `data:`.
    assetsInlineLimit: 0,
    sourcemap: true,
    rollupOptions: {
      input: { index: here('index.html'), worker: here('src/service-worker/service-worker.ts'), ...STYLE_SHEETS },
      output: {
        assetFileNames: ({ names }) => (names.some((name) => name.startsWith('publication')) ? '[name][extname]' : 'assets/[name]-[hash][extname]'),
        entryFileNames: ({ name }) => (name === 'worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
});
