import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Name of the built worker; it must lie at the root to see every page. */
export const SERVICE_WORKER = 'service-worker.js';

/** Kept from the first visit on; other files (Japanese fonts, rare scripts) are kept when a page first asks for them. */
const isShell = (file: string): boolean =>
  /\.(js|css)$/.test(file) || /source-(serif-4|sans-3)-(latin|cyrillic)-wght-normal.*\.woff2$/.test(file);

/** Writes the list of the built files, and a version made from it, into the service worker. */
export const serviceWorkerFiles = (): Plugin => ({
  name: 'forum:service-worker-files',
  apply: 'build',
  generateBundle(_options, bundle) {
    const worker = bundle[SERVICE_WORKER];
    if (worker?.type !== 'chunk') return this.error('The service worker was not built');
    const files = Object.keys(bundle).filter((file) => file !== SERVICE_WORKER && isShell(file)).sort();
    const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
    worker.code = worker.code
      .replace('__SHELL_FILES__', JSON.stringify(files.map((file) => `/${file}`)))
      .replace('__SHELL_VERSION__', JSON.stringify(version));
  },
});
