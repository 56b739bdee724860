import type { DraftingCandidateView } from '@expert-forum/contracts';
import type { Phase } from '@expert-forum/domain';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

/** Mandates that may be named as drafters or as the rapporteur; for the moderator only. */
export const candidatesQuery = queryOptions({
  queryKey: ['drafting-candidates'],
  queryFn: () => request<DraftingCandidateView[]>('GET', '/drafting-candidates'),
  staleTime: 0,
});

export const changePhase = (sectionId: string, to: Phase): Promise<void> => request('POST', `/sections/${sectionId}/phase`, { to });

export const nameDrafter = (sectionId: string, mandateId: string): Promise<void> =>
  request('POST', `/sections/${sectionId}/drafters`, { mandateId });

export const removeDrafter = (sectionId: string, mandateId: string): Promise<void> =>
  request('DELETE', `/sections/${sectionId}/drafters/${mandateId}`);

export const setRapporteur = (sectionId: string, mandateId: string): Promise<void> =>
  request('PUT', `/sections/${sectionId}/rapporteur`, { mandateId });
