import type { DocumentView, OutlineView } from '@expert-forum/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

export const documentsQuery = queryOptions({ queryKey: ['documents'], queryFn: () => request<DocumentView[]>('GET', '/documents') });

export const outlineQuery = (documentId: string) =>
  queryOptions({ queryKey: ['outline', documentId], queryFn: () => request<OutlineView>('GET', `/documents/${documentId}/outline`) });
