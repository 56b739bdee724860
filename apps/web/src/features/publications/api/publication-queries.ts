import type { NewPublication, PublicationPreview, PublicationSummary } from '@expert-forum/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

export const publicationsQuery = queryOptions({ queryKey: ['publications'], queryFn: () => request<PublicationSummary[]>('GET', '/publications') });

/** Asked anew whenever it is shown: it has to be exactly what would be sealed. */
export const previewQuery = (documentId: string, keptBack: readonly string[]) =>
  queryOptions({
    queryKey: ['publication-preview', documentId, ...keptBack],
    queryFn: () => request<PublicationPreview>('GET', `/documents/${documentId}/publication-preview?without=${keptBack.join(',')}`),
    staleTime: 0,
  });

export const sealPublication = (documentId: string, publication: NewPublication): Promise<{ number: number; slug: string }> =>
  request('POST', `/documents/${documentId}/publications`, publication);
