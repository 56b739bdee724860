import { remainsAdministered, type MandateTerm } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../platform/errors/problem-error.js';

interface SecretariatMandate extends MandateTerm {
  readonly id: string;
  readonly memberId: string;
}

export interface Leaving {
  /** Which mandates of the secretariat end. */
  readonly leaves: (mandate: SecretariatMandate) => boolean;
  readonly endsAt: Date;
  readonly now: Date;
}

/**
 * Keeps somebody in charge who has joined and is not suspended. Asked one at a time a forum, so that two who go at the same
 * moment do not rely on each other.
 *
 * @throws ProblemException `last-secretariat`
 */
export async function demandSecretariat(manager: EntityManager, forumId: string, { leaves, endsAt, now }: Leaving): Promise<void> {
  await manager.query('SELECT FROM forum WHERE id = $1 FOR NO KEY UPDATE', [forumId]);
  const mandates: SecretariatMandate[] = await manager.query(
    `SELECT mandate.id, member_id AS "memberId", starts_at AS "startsAt", ends_at AS "endsAt", withdrawn_at AS "withdrawnAt"
       FROM mandate JOIN member ON member.id = member_id
      WHERE forum_id = $1 AND role = 'secretariat' AND suspended_at IS NULL AND password_hash IS NOT NULL`,
    [forumId],
  );
  const others = mandates.filter((mandate) => !leaves(mandate));
  if (others.length < mandates.length && !remainsAdministered(others, endsAt, now)) throw new ProblemException('last-secretariat');
}
