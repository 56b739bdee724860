import type { CommentView, HeldMandate, SectionView, ThreadView } from '@expert-forum/contracts';
import type { Actor, CommentFacts, ThreadFacts } from '@expert-forum/domain';

/** As whom this tab speaks about a section. */
export interface Speaker extends Actor {
  readonly centreCode: string | null;
  readonly isRapporteur: boolean;
}

export function speakerIn(section: SectionView, memberId: string, { id, role, centre }: HeldMandate): Speaker {
  const isRapporteur = section.rapporteur?.mandateId === id;
  return { memberId, mandateId: id, role, centreId: centre?.id ?? null, centreCode: centre?.code ?? null, isRapporteur };
}

/** What the policies ask of a thread, as the screen knows it; the forum looks again. */
export const factsOf = ({ centreId, state, openedBy, isDetached, comments }: ThreadView, { isRapporteur }: Speaker): ThreadFacts => ({
  audience: centreId === null ? { visibility: 'forum' } : { visibility: 'centre', centreId },
  state,
  openedBy: openedBy.mandateId,
  isDetached,
  commentCount: comments.length,
  isSectionRemoved: false,
  isRapporteur,
});

/** Centres are named by their codes here: the own one is known by its id as well. */
export const commentFactsOf = ({ author, deletedAt }: CommentView, { centreCode, centreId }: Speaker): CommentFacts => ({
  mandateId: author.mandateId,
  centreId: author.centreCode !== null && author.centreCode === centreCode ? centreId : author.centreCode,
  isRemoved: deletedAt !== null,
});
