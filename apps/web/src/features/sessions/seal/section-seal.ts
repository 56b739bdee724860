import type { SectionDecisionView, SectionView } from '@expert-forum/contracts';
import type { DecisionKind } from '@expert-forum/domain';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

/** What was decided about a section, newest first; old whenever the section is. */
export const decisionsQuery = (sectionId: string) =>
  queryOptions({ queryKey: ['section', sectionId, 'decisions'], queryFn: () => request<SectionDecisionView[]>('GET', `/sections/${sectionId}/decisions`) });

export const canBeSealed = ({ phase }: Pick<SectionView, 'phase'>): boolean => phase === 'agreed' || phase === 'published';

export interface SealFacts extends Pick<SectionDecisionView, 'sessionId' | 'item' | 'at'> {
  readonly kind: Exclude<DecisionKind, 'reopened'>;
}

/** The decision by which the section stands as it does; null where none agreed it. */
export function sealOf(section: Pick<SectionView, 'phase'>, [newest]: readonly SectionDecisionView[]): SealFacts | null {
  if (!canBeSealed(section) || newest === undefined) return null;
  const { kind, ...facts } = newest;
  return kind === 'reopened' ? null : { kind, ...facts };
}
