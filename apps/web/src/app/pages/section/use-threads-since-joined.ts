import type { SectionConnection } from '@expert-forum/collab/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSectionFact } from '../../../features/drafting/connection/section-facts.js';
import { threadsKey } from '../../../features/threads/api/thread-cache.js';

/** Threads are announced to whoever has joined the section: what was said before that is asked for. */
export function useThreadsSinceJoined(section: SectionConnection, sectionId: string): void {
  const client = useQueryClient();
  const isJoined = useSectionFact(section, ({ word }) => word === 'synced' || word === 'readonly');
  useEffect(() => {
    if (isJoined) void client.invalidateQueries({ queryKey: threadsKey(sectionId) });
  }, [client, isJoined, sectionId]);
}
