import type { MinutesView, SessionSummary, SessionView } from '@expert-forum/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => request<SessionSummary[]>('GET', '/sessions') });

/** A session outside its room. Who asks to speak is known there alone, and stays on no device (SE14). */
export const sessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: async (): Promise<SessionView> => ({ ...(await request<SessionView>('GET', `/sessions/${sessionId}`)), floor: [] }),
  });

export const minutesQuery = (sessionId: string) =>
  queryOptions({ queryKey: ['minutes', sessionId], queryFn: () => request<MinutesView>('GET', `/sessions/${sessionId}/minutes`) });
