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
}
declare const self: WorkerScope;

const CACHE = `forum-shell-${__SHELL_VERSION__}`;
/** Any page of the application is the same document; this one needs no login. */
const SHELL_PAGE = '/en/sign-in';

self.addEventListener('install', (event) => {
  const files = ['/theme.js', '/favicon.svg', SHELL_PAGE, ...__SHELL_FILES__];
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const route = routeRequest(event.request, self.location.origin);
  if (route === 'page') event.respondWith(fetch(event.request).catch(() => keptShell()));
  if (route === 'file') event.respondWith(keptFile(event));
});

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('forum-shell-') && name !== CACHE).map((name) => caches.delete(name)));
}

async function keptShell(): Promise<Response> {
  return (await caches.match(SHELL_PAGE)) ?? Response.error();
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
