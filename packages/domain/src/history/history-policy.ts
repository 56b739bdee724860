import type { Phase } from '../outline/phase.js';
import { mayType } from '../outline/typing.js';
import { mayPerform } from '../people/role-table.js';
import type { Actor } from '../people/role.js';
import { ALLOWED, refused, type Verdict } from '../verdict.js';
import type { RevisionKind } from './revision-kind.js';

/** What a mandate is to a section. */
export interface SectionTies {
  /** Named as a drafter of it. */
  readonly isDrafter: boolean;
  /** Its rapporteur, or that of its chapter. */
  readonly isRapporteur: boolean;
}

type Who = Pick<Actor, 'role'>;

const isOwn = ({ role }: Who, { isDrafter, isRapporteur }: SectionTies): boolean => (role === 'rapporteur' ? isRapporteur : isDrafter);

/** May they see how the text came about: each moment of it, who wrote what, and the revisions that were made in passing? */
export const mayReadHistory = (who: Who, ties: SectionTies): Verdict => mayPerform('read-history', who.role, { isOwn: isOwn(who, ties) });

/** May they keep the text as it is now, under a name? In any phase: nothing of it changes. */
export const mayNameRevision = (who: Who, ties: SectionTies): Verdict => mayPerform('name-revision', who.role, { isOwn: isOwn(who, ties) });

/** May they make the text say again what a revision says? Only where text may change at all. */
export function mayRestore(who: Who, phase: Phase): Verdict {
  const verdict = mayPerform('restore-revision', who.role, { isOwn: true });
  if (!verdict.ok) return verdict;
  return phase === 'drafting' || phase === 'negotiation' ? ALLOWED : refused('section-frozen', { phase });
}

/**
 * May they bring this revision back? What somebody has just deleted may be brought back by whoever may type there: it is no more
 * than they could do by hand.
 */
export function mayBringBack(who: Who, kind: RevisionKind, { phase, ...ties }: SectionTies & { readonly phase: Phase }): Verdict {
  const verdict = mayRestore(who, phase);
  if (verdict.ok || kind !== 'deletion') return verdict;
  return mayType(who, { phase, ...ties });
}
