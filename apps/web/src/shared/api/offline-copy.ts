import { dehydrate, type DehydratedState, hydrate, type QueryClient } from '@tanstack/react-query';

const KEY = 'forum.offline-copy';

/** Begin of the query keys whose last answer is kept on the device, so that opened screens can be shown offline. */
const KEPT = new Set(['login', 'installation', 'documents', 'outline', 'section', 'sessions', 'session', 'minutes', 'home', 'inbox', 'inbox-count', 'threads']);

/** Given up first where the device has no room for all of it. */
const BULKY = 'threads';

/** Shows what this device last received and keeps the copy up to date. */
export function keepOfflineCopy(client: QueryClient): void {
  restore(client);
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && isKept(query.queryKey)) scheduleKeep(client);
  });
}

/** Forgets everything that was received, because devices are shared (R20). What was typed is kept elsewhere. */
export function dropOfflineCopy(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'installation' });
  discardOfflineCopy();
}

/** The next load of the page begins without what this device has kept of the answers. */
export const discardOfflineCopy = (): void => localStorage.removeItem(KEY);

/** What surrounds a screen and is not what it shows. */
const AROUND = new Set(['login', 'installation', 'inbox-count']);

/** When what is on the screen was received, in ms since 1970: the oldest answer counts. Null if nothing is. */
export function shownSince(client: QueryClient): number | null {
  const shown = client.getQueryCache().findAll({ type: 'active', predicate: ({ queryKey }) => isKept(queryKey) && !AROUND.has(String(queryKey[0])) });
  const times = shown.map(({ state }) => state.dataUpdatedAt).filter((at) => at > 0);
  return times.length === 0 ? null : Math.min(...times);
}

type DehydratedQuery = DehydratedState['queries'][number];

const isKept = (key: readonly unknown[]): boolean => KEPT.has(String(key[0]));

/** A copy that cannot be read is none. */
function restore(client: QueryClient): void {
  try {
    hydrate(client, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    discardOfflineCopy();
  }
}

let scheduled = false;

function scheduleKeep(client: QueryClient): void {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    keep(client);
  });
}

/** Where the device has no room, screens are shown online only. */
function keep(client: QueryClient): void {
  const { queries } = dehydrate(client, { shouldDehydrateQuery: ({ queryKey, state }) => state.data !== undefined && isKept(queryKey) });
  const fits = store(queries) || store(queries.filter(({ queryKey }) => queryKey[0] !== BULKY));
  if (!fits) discardOfflineCopy();
}

function store(queries: readonly DehydratedQuery[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ queries: queries.map(lastAnswer) }));
    return true;
  } catch {
    return false;
  }
}

/** An answer stays one when asking again has failed since. The next load shows it and asks again, however young it is: the login may have ended. */
const lastAnswer = ({ state, ...query }: DehydratedQuery): DehydratedQuery => ({
  ...query,
  state: { ...state, status: 'success', isInvalidated: true, error: null, fetchFailureCount: 0, fetchFailureReason: null },
});
