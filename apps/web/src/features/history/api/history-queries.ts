import type { NodeJson } from '@expert-forum/collab';
import type { AuthorshipView, RestoredView, RevisionSummary, RevisionView, SectionHistoryView } from '@expert-forum/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

/** Newest first. */
export const revisionsQuery = (sectionId: string) =>
  queryOptions({ queryKey: ['revisions', sectionId], queryFn: () => request<RevisionSummary[]>('GET', `/sections/${sectionId}/revisions`) });

/** A revision never changes. */
export const revisionQuery = (id: string) =>
  queryOptions({ queryKey: ['revision', id], queryFn: () => request<RevisionView & { readonly document: NodeJson }>('GET', `/revisions/${id}`), staleTime: Infinity });

/** The text as it stands. */
export const nowQuery = (sectionId: string) =>
  queryOptions({ queryKey: ['section-now', sectionId], queryFn: () => request<{ readonly hash: string; readonly document: NodeJson }>('GET', `/sections/${sectionId}/text`) });

export const historyQuery = (sectionId: string) =>
  queryOptions({ queryKey: ['history', sectionId], queryFn: () => request<SectionHistoryView>('GET', `/sections/${sectionId}/history`) });

/** A text at one seq of one epoch never changes. */
export const authorshipQuery = (sectionId: string, { epoch, seq }: { readonly epoch: number; readonly seq: number }) =>
  queryOptions({
    queryKey: ['authorship', sectionId, epoch, seq],
    queryFn: () => request<AuthorshipView>('GET', `/sections/${sectionId}/authorship?at=${seq}`),
    staleTime: Infinity,
  });

export const nameRevision = (sectionId: string, name: string): Promise<{ id: string }> => request('POST', `/sections/${sectionId}/revisions`, { name });

export const restoreRevision = (sectionId: string, revisionId: string): Promise<RestoredView> => request('POST', `/sections/${sectionId}/restoration`, { revisionId });
