import type { InboxCount, InboxReading } from '@expert-forum/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';
import { homeQuery, inboxCountQuery, inboxQuery } from './inbox-queries.js';

/** Marks notices as read. What cannot be sent now stays unread, and is marked when it is opened again. */
export function useReading() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reading: InboxReading) => request<InboxCount>('POST', '/inbox/readings', reading),
    onSuccess: (count) => {
      client.setQueryData(inboxCountQuery.queryKey, count);
      void client.invalidateQueries({ queryKey: inboxQuery.queryKey });
      void client.invalidateQueries({ queryKey: homeQuery.queryKey });
    },
  });
}
