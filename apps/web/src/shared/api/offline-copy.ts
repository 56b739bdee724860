import { dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';

const KEY = 'forum.offline-copy';

/** Begin of the query keys whose last answer is kept on the device, so that opened screens can be shown offline. */
const KEPT = new Set(['login', 'installation', 'documents', 'outline']);

/** Shows what this device last received and keeps the copy up to date. Answers when the copy was made, in ms since 1970. */
export function keepOfflineCopy(client: QueryClient): void {
  restore(client);
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && KEPT.has(String(query.queryKey[0]))) scheduleKeep(client);
  });
}

/** Forgets everything, because devices are shared (R20). */
export function dropOfflineCopy(client: QueryClient): void {
  client.clear();
  localStorage.removeItem(KEY);
}

function restore(client: QueryClient): void {
  const kept = localStorage.getItem(KEY);
  if (kept !== null) hydrate(client, JSON.parse(kept));
}

let scheduled = false;

function scheduleKeep(client: QueryClient): void {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    const copy = dehydrate(client, {
      shouldDehydrateQuery: ({ queryKey, state }) => state.status === 'success' && KEPT.has(String(queryKey[0])),
    });
    localStorage.setItem(KEY, JSON.stringify(copy));
  });
}
