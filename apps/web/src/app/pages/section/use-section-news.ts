import { openConnection } from '@expert-forum/collab';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveAddress } from '../../../shared/socket/live-address.js';

const NEWS = new Set(['outline:changed', 'section:changed', 'rights:changed']);

/** Asks again for what the screen says of the section and the outline whenever the forum announces a change of it. */
export function useSectionNews(mandateId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const announcements = openConnection(liveAddress(mandateId));
    const refresh = (): void => {
      for (const queryKey of [['section'], ['outline']]) void client.invalidateQueries({ queryKey });
    };
    announcements.on('announcement', ({ name }) => NEWS.has(name) && refresh());
    announcements.on('state', ({ kind }) => kind === 'open' && refresh());
    const retry = (): void => announcements.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      announcements.close();
    };
  }, [client, mandateId]);
}
