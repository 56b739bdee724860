import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import { VERSION_META } from '../src/service-worker/messages.js';

/** Name of the built worker; it must lie at the root to see every page. */
export const SERVICE_WORKER = 'service-worker.js';

/** Kept from the first visit on; other files (Japanese fonts, rare scripts) are kept when a page first asks for them. */
const isShell = (file: string): boolean =>
  /\.(js|css)$/.test(file) || /source-(serif-4|sans-3)-(latin|cyrillic)-wght-normal.*\.woff2$/.test(file);

/** Names carry a hash of what is inside: one version is one list of them. */
export function shellOf(built: readonly string[]): { files: string[]; version: string } {
  const files = built.filter((file) => file !== SERVICE_WORKER && isShell(file)).sort();
  return { files, version: createHash('sha256').update(files.join()).digest('hex').slice(0, 12) };
}

/** A chunk that held nothing but styles is taken out of the bundle later; asked for by the worker, it would fail its installation. */
const willBeWritten = ([, part]: [string, Rolldown.OutputChunk | Rolldown.OutputAsset]): boolean =>
  part.type === 'asset' || part.moduleIds.length === 0 || !part.moduleIds.every((id) => id.split('?')[0]?.endsWith('.css'));

const writtenOf = (bundle: Rolldown.OutputBundle = {}): string[] => Object.entries(bundle).filter(willBeWritten).map(([file]) => file);

/** Writes the list of the built files into the service worker, and their version into it and into the page. */
export const serviceWorkerFiles = (): Plugin => ({
  name: 'forum:service-worker-files',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => [
      { tag: 'meta', attrs: { name: VERSION_META, content: shellOf(writtenOf(bundle)).version }, injectTo: 'head' },
    ],
  },
  generateBundle(_options, bundle) {
    const worker = bundle[SERVICE_WORKER];
    if (worker?.type !== 'chunk') return this.error('The service worker was not built');
    const { files, version } = shellOf(writtenOf(bundle));
    worker.code = worker.code
      .replace('__SHELL_FILES__', JSON.stringify(files.map((file) => `/${file}`)))
      .replace('__SHELL_VERSION__', JSON.stringify(version));
  },
});
