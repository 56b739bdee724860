import { mayPerform } from '../people/role-table.js';
import type { Actor } from '../people/role.js';
import { refused, type Verdict } from '../verdict.js';
import type { Phase } from './phase.js';

export interface TypingFacts {
  readonly phase: Phase;
  /** The actor's mandate is named as a drafter of the section. */
  readonly isDrafter: boolean;
  /** The actor's mandate is the rapporteur of the section. */
  readonly isRapporteur: boolean;
}

/** May this mandate type directly into the section, as things stand? */
export function mayType(actor: Pick<Actor, 'role'>, { phase, isDrafter, isRapporteur }: TypingFacts): Verdict {
  if (phase !== 'drafting') return refused('section-frozen', { phase });
  const isOwn = actor.role === 'rapporteur' ? isRapporteur : isDrafter;
  const verdict = mayPerform('type-text', actor.role, { isOwn });
  return verdict.ok ? verdict : refused('not-a-drafter');
}
