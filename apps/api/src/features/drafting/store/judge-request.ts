import { isInForce, mayType, refused, type MandateTerm, type Phase, type Role, type Verdict } from '@expert-forum/domain';
import type { Standing } from './drafting-store.js';

/** What a store knows of somebody who wants to type in a section. */
export interface WriterFacts extends MandateTerm {
  readonly role: Role;
  readonly isDrafter: boolean;
  readonly isRapporteur: boolean;
}

/**
 * May they type there now? The rules are the domain's; the store brings the facts.
 *
 * @param facts null: the login has ended, or the member is suspended
 */
export function judgeWriter(facts: WriterFacts | null, phase: Phase, now: Date): Verdict {
  if (facts === null) return refused('login-required');
  if (!isInForce(facts, now)) return refused('mandate-not-held');
  return mayType(facts, { phase, isDrafter: facts.isDrafter, isRapporteur: facts.isRapporteur });
}

/**
 * And under this lease: it is theirs, and no newer connection holds it (R1).
 *
 * @param standing undefined: the section is not there
 */
export function judgeStanding(standing: Standing | undefined, now: Date): Verdict {
  if (standing === undefined) return refused('section-removed');
  const verdict = judgeWriter(standing.facts, standing.phase, now);
  return verdict.ok && !standing.holdsLease ? refused('lease-unknown') : verdict;
}
