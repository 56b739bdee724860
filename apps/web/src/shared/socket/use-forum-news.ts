import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Keeps what the screens show up to date under a mandate. One for the whole tab; what it needs is loaded when the first screen
 * has its answers, so that on a slow line nothing stands in their way.
 */
export function useForumNews(mandateId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (mandateId === null) return;
    let isGone = false;
    let stop = (): void => undefined;
    void whenAnswered(client)
      .then(() => import('./listen.js'))
      .then(({ listen }) => {
        if (!isGone) stop = listen(client, mandateId);
      });
    return () => {
      isGone = true;
      stop();
    };
  }, [client, mandateId]);
}

/** Resolves when nothing is being asked for, or when nothing can be. */
function whenAnswered(client: QueryClient): Promise<void> {
  const isAnswered = (): boolean => client.isFetching() === 0 || !navigator.onLine;
  return new Promise((resolve) => {
    if (isAnswered()) return resolve();
    const stop = client.getQueryCache().subscribe(() => {
      if (!isAnswered()) return;
      stop();
      resolve();
    });
  });
}
