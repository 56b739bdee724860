import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { inboxCountQuery } from './inbox-queries.js';
import { useReading } from './use-reading.js';

/** Whoever has a thread open and looks at the page has read what they are told of it, also what comes meanwhile. */
export function useReadOnSight(threadId: string | null): void {
  const { mutate } = useReading();
  const { data } = useQuery(inboxCountQuery);
  const unread = data?.unread ?? 0;
  useEffect(() => {
    if (threadId === null || unread === 0) return;
    const look = (): void => {
      if (document.visibilityState === 'visible') mutate({ threadId });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [threadId, unread, mutate]);
}
