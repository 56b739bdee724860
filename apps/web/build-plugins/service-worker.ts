import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Name of the built worker; it must lie at the root to see every page. */
export const SERVICE_WORKER = 'service-worker.js';

/** Kept from the first visit on; other files (Japanese fonts, rare scripts) are kept when a page first asks for them. */
const isShell = (file: string): boolean =>
  /^assets\/.*\.(js|css)$/.test(file) || /source-(serif-4|sans-3)-(latin|cyrillic)-wght-normal.*\.woff2$/.test(file);

/** Names carry a hash of what is inside: one version is one list of them. */
export function shellOf(built: readonly string[]): { files: string[]; version: string } {
  const files = built.filter(isShell).sort();
  return { files, version: createHash('sha256').update(files.join()).digest('hex').slice(0, 12) };
}

/** Writes the list of the built files into the service worker, and their version into it and into the page. */
export const serviceWorkerFiles = (): Plugin => ({
  name: 'forum:service-worker-files',
  apply: 'build',
  generateBundle: {
    order: 'post', // chunks that turn out to hold styles alone are gone by then
    handler(_options, bundle) {
      const [worker, page] = [bundle[SERVICE_WORKER], bundle['index.html']];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') return this.error('The service worker or the page was not built');
      const { files, version } = shellOf(Object.keys(bundle));
      worker.code = worker.code
        .replaceAll('__SHELL_FILES__', JSON.stringify(files.map((file) => `/${file}`)))
        .replaceAll('__SHELL_VERSION__', JSON.stringify(version));
      page.source = String(page.source).replace('__SHELL_VERSION__', version);
    },
  },
  writeBundle({ dir = '' }, bundle) {
    // One file that is not there, and the worker is not installed at all.
    const missing = shellOf(Object.keys(bundle)).files.filter((file) => !existsSync(join(dir, file)));
    if (missing.length > 0) this.error(`The service worker lists files that were not built: ${missing.join(', ')}`);
  },
});
