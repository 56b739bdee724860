import type { EntityManager } from 'typeorm';
import { found } from '../../platform/errors/problem-error.js';
import type { Performer } from '../../platform/ledger/performer.js';

export interface FoundMember {
  readonly id: string;
  readonly language: string;
  readonly suspendedAt: Date | null;
}

/**
 * A member who holds or held a mandate in the forum of whoever acts; for whoever acts for a centre, one of that centre.
 * The row is kept from others until the transaction ends: suspending comes before a grant or after it.
 *
 * @throws ProblemException `not-found`
 */
export async function getMember(manager: EntityManager, by: Performer, memberId: string): Promise<FoundMember> {
  const centreId = by.kind === 'mandate' ? by.actor.centreId : null;
  const rows: FoundMember[] = await manager.query(
    `SELECT id, language, suspended_at AS "suspendedAt" FROM member
      WHERE id = $1 AND EXISTS (SELECT FROM mandate
        WHERE member_id = member.id AND forum_id = $2 AND ($3::uuid IS NULL OR centre_id = $3)) FOR NO KEY UPDATE`,
    [memberId, by.forumId, centreId],
  );
  return found(rows[0]);
}
