export interface RequestFacts {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** `page`: the shell may answer; `file`: a built file that never changes under its name; `network`: not ours to answer. */
export type Route = 'page' | 'file' | 'network';

/** Decides what the service worker does with a request. Answers of the API and sockets are never kept. */
export function routeRequest({ method, mode, url }: RequestFacts, origin: string): Route {
  const { origin: target, pathname } = new URL(url);
  if (method !== 'GET' || target !== origin) return 'network';
  if (/^\/(api|socket\.io|healthz|readyz)(\/|$)/.test(pathname)) return 'network';
  if (mode === 'navigate') return 'page';
  return /^\/(assets\/|theme\.js$|favicon\.svg$)/.test(pathname) ? 'file' : 'network';
}
