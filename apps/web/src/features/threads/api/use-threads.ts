import { openConnection } from '@expert-forum/collab/client';
import type { ThreadView } from '@expert-forum/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveAddress } from '../../../shared/socket/live-address.js';
import { changedThread, takeThread } from './thread-cache.js';
import { threadsQuery } from './thread-queries.js';

const NONE: readonly ThreadView[] = [];

/** The threads of an open section, as they are now. */
export function useThreads(sectionId: string, mandateId: string): { readonly threads: readonly ThreadView[]; readonly error: Error | null; readonly isRead: boolean; readonly readAt: number } {
  const client = useQueryClient();
  useEffect(() => {
    const forum = openConnection(liveAddress(mandateId));
    const stop = forum.on('announcement', ({ name, payload }) => {
      const thread = changedThread(name, payload, sectionId);
      if (thread !== null) takeThread(client, thread);
    });
    return () => {
      stop();
      forum.close();
    };
  }, [client, mandateId, sectionId]);
  const { data, error, dataUpdatedAt } = useQuery(threadsQuery(client, sectionId));
  return { threads: data ?? NONE, error, isRead: data !== undefined, readAt: dataUpdatedAt };
}
