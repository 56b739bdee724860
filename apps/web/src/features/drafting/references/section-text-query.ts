import type { NodeJson } from '@expert-forum/collab';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

const OFTEN_MS = 60_000;

/** The committed text of another section, for the numbers of its paragraphs: asked for again every minute while they are shown. */
export const sectionTextQuery = (sectionId: string) =>
  queryOptions({
    queryKey: ['section-text', sectionId],
    queryFn: () => request<{ readonly document: NodeJson }>('GET', `/sections/${sectionId}/text`),
    refetchInterval: OFTEN_MS,
  });
