import type { DraftingCandidateView } from '@expert-forum/contracts';
import { actsForCentre, ROLES } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';

const CANDIDATES = ROLES.filter((role) => actsForCentre(role) || role === 'rapporteur');

/** Who can be named as a drafter or a rapporteur today; no more of them than the outline shows of those who are. */
@Injectable()
export class ListCandidates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  inForce(forumId: string): Promise<DraftingCandidateView[]> {
    return this.dataSource.query(
      `SELECT mandate.id AS "mandateId", member.name AS "memberName", role, centre.code AS "centreCode"
         FROM mandate JOIN member ON member.id = member_id LEFT JOIN centre ON centre.id = centre_id
        WHERE mandate.forum_id = $1 AND role = ANY($2) AND withdrawn_at IS NULL AND suspended_at IS NULL
          AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)
        ORDER BY centre.code NULLS LAST, role, member.name, mandate.id`,
      [forumId, CANDIDATES, this.clock.now()],
    );
  }
}
