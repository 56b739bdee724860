import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Keeps what the screens show up to date under a mandate. One for the whole tab; the connection is loaded after the first
 * screen, which does not wait for it.
 */
export function useForumNews(mandateId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (mandateId === null) return;
    let isGone = false;
    let stop = (): void => undefined;
    void import('./listen.js').then(({ listen }) => {
      if (!isGone) stop = listen(client, mandateId);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client, mandateId]);
}
