import type { FormerWordingView, MentionableView, ThreadsPage, ThreadView } from '@expert-forum/contracts';
import type { Visibility } from '@expert-forum/domain';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';
import { merged, threadsKey } from './thread-cache.js';

/** All threads of a section that this mandate may read; what was announced while they were read is not older for it. */
export const threadsQuery = (client: QueryClient, sectionId: string) =>
  queryOptions({
    queryKey: threadsKey(sectionId),
    queryFn: async () => {
      const read = await readAll(sectionId);
      return merged(client.getQueryData<ThreadView[]>(threadsKey(sectionId)) ?? [], read);
    },
  });

async function readAll(sectionId: string): Promise<ThreadView[]> {
  const threads: ThreadView[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: ThreadsPage = await request('GET', `/sections/${sectionId}/threads${after && `?after=${after}`}`);
    threads.push(...page.threads);
    after = page.next;
  }
  return threads;
}

export const mentionablesQuery = (visibility: Visibility) =>
  queryOptions({
    queryKey: ['mentionables', visibility],
    queryFn: () => request<MentionableView[]>('GET', `/mentionables?visibility=${visibility}`),
  });

/** Former wordings of a comment; asked for each time they are looked at. */
export const traceQuery = (commentId: string) =>
  queryOptions({
    queryKey: ['comment-trace', commentId],
    queryFn: () => request<FormerWordingView[]>('GET', `/comments/${commentId}/trace`),
    staleTime: 0,
  });
