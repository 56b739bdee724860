import type { HomeView, InboxCount, InboxPage } from '@expert-forum/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

/** How many notices are unread; beside every screen. */
export const inboxCountQuery = queryOptions({ queryKey: ['inbox-count'], queryFn: () => request<InboxCount>('GET', '/inbox/count') });

/** Notices, the newest first, as far as somebody has read on. */
export const inboxQuery = infiniteQueryOptions({
  queryKey: ['inbox'],
  queryFn: ({ pageParam }) => request<InboxPage>('GET', `/inbox${pageParam && `?after=${encodeURIComponent(pageParam)}`}`),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

/** What waits for the mandate. */
export const homeQuery = queryOptions({ queryKey: ['home'], queryFn: () => request<HomeView>('GET', '/home') });
