import type { DecisionView } from '@expert-forum/contracts';
import type { DecisionEntity } from './decision.entity.js';

/** Its place is given by the database. */
export type NewDecision = Omit<DecisionEntity, 'place'>;

/** Who recorded it is in the ledger, not here. */
export function toDecisionView(decision: NewDecision): DecisionView {
  const { id, kind, at, sectionId, sectionNumber, sectionTitle, text, revisionId, seq, hash, centresPresent, corrects } = decision;
  const revision = revisionId === null ? null : { id: revisionId, seq, hash };
  return { id, kind, at: at.toISOString(), sectionId, sectionNumber, sectionTitle, text, revision, centresPresent, corrects };
}
