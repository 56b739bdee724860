import type { OutlineView, SectionView } from '@expert-forum/contracts';
import { type QueryClient, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { sectionQuery } from '../../../features/documents/api/outline-queries.js';

/** A section as the outline last said it, until and unless the forum can be asked: opened sections are shown offline. */
export function useSectionView(sectionId: string): UseQueryResult<SectionView> {
  const client = useQueryClient();
  return useQuery({
    ...sectionQuery(sectionId),
    initialData: () => inKeptOutline(client, sectionId)?.section,
    initialDataUpdatedAt: () => inKeptOutline(client, sectionId)?.at,
  });
}

function inKeptOutline(client: QueryClient, sectionId: string): { section: SectionView; at: number } | undefined {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: ['outline'] })) {
    const section = client.getQueryData<OutlineView>(queryKey)?.sections.find(({ id }) => id === sectionId);
    if (section !== undefined) return { section, at: state.dataUpdatedAt };
  }
  return undefined;
}
