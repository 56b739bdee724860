import type { WorkerMessage } from './messages.js';
import { routeRequest } from './route-request.js';

/** Replaced by the build: paths of the built files, and a version made from them. */
declare const __SHELL_FILES__: readonly string[];
declare const __SHELL_VERSION__: string;

interface Waitable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch extends Waitable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: Waitable) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetch) => void): void;
  addEventListener(name: 'message', listener: (event: MessageEvent<WorkerMessage>) => void): void;
}
declare const self: WorkerScope;

const CACHES = 'forum-shell-';
const CACHE = `${CACHES}${__SHELL_VERSION__}`;
/** Any page of the application is the same document; this one needs no login. */
const SHELL_PAGE = '/en/sign-in';
/** After this long without an answer the kept page is shown. */
const PATIENCE_MS = 3_000;

// Without `skipWaiting`: open pages go on with the version they are, until their reader loads the new one.
self.addEventListener('install', (event) => {
  const files = ['/theme.js', '/favicon.svg', SHELL_PAGE, ...__SHELL_FILES__];
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener('message', ({ data, ports }) => {
  if (data === 'take-over') void self.skipWaiting();
  if (data === 'say-version') ports[0]?.postMessage(__SHELL_VERSION__);
});

self.addEventListener('fetch', (event) => {
  const route = routeRequest(event.request, self.location.origin);
  if (route === 'page') event.respondWith(page(event.request));
  if (route === 'file') event.respondWith(keptFile(event));
});

/** The former version's files stay until the next one comes: a page that is still open may need them. */
async function dropOldShells(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
}

async function page(request: Request): Promise<Response> {
  const kept = await caches.match(SHELL_PAGE, { cacheName: CACHE });
  if (kept === undefined) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  const answer = fetch(request).then((given) => (given.status < 500 ? given : kept), () => kept);
  return Promise.race([answer, late]);
}

async function keptFile(event: Fetch): Promise<Response> {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) {
    const copy = answer.clone();
    event.waitUntil(caches.open(CACHE).then((cache) => cache.put(event.request, copy)));
  }
  return answer;
}
