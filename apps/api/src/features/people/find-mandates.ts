import type { CentreView } from '@expert-forum/contracts';
import type { Role } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';

export interface FoundMandate {
  readonly id: string;
  readonly forumId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly centre: CentreView | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly withdrawnAt: Date | null;
}

type MandateCriterion = { readonly id: string } | { readonly memberId: string } | { readonly forumId: string };

/** Mandates with their centres: one, those of a member, or all of a forum. */
export function findMandates(manager: EntityManager, of: MandateCriterion): Promise<FoundMandate[]> {
  const [column, id] = columnOf(of);
  return manager.query(
    `SELECT mandate.id, mandate.forum_id AS "forumId", member_id AS "memberId", role, starts_at AS "startsAt", ends_at AS "endsAt",
            withdrawn_at AS "withdrawnAt",
            CASE WHEN centre.id IS NOT NULL THEN jsonb_build_object('id', centre.id, 'code', centre.code, 'name', centre.name) END AS centre
       FROM mandate LEFT JOIN centre ON centre.id = centre_id
      WHERE mandate.${column} = $1 ORDER BY starts_at, mandate.id`,
    [id],
  );
}

function columnOf(of: MandateCriterion): [column: string, value: string] {
  if ('id' in of) return ['id', of.id];
  return 'memberId' in of ? ['member_id', of.memberId] : ['forum_id', of.forumId];
}
