import type { MentionableView } from '@expert-forum/contracts';
import { canOpenThread, caucusOf, type Visibility } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { demand, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';

/** Who reads a thread can be mentioned in it: whoever has a mandate in force, in a centre's thread one of that centre. */
@Injectable()
export class Mentionables {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
  ) {}

  list(by: MandatePerformer, visibility: Visibility): Promise<MentionableView[]> {
    demand(canOpenThread(by.actor, { isRemoved: false }, visibility));
    return this.commands.read((manager) => this.inForce(manager, by.forumId, visibility === 'centre' ? caucusOf(by.actor) : null));
  }

  /** @throws `mention-unknown` */
  async demand(manager: EntityManager, forumId: string, centreId: string | null, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const able = new Set((await this.inForce(manager, forumId, centreId)).map(({ memberId }) => memberId));
    if (memberIds.some((id) => !able.has(id.toLowerCase()))) throw new ProblemException('mention-unknown');
  }

  /** @param centreId null: of all centres and of none */
  private inForce(manager: EntityManager, forumId: string, centreId: string | null): Promise<MentionableView[]> {
    return manager.query(
      `SELECT member.id AS "memberId", member.name AS "memberName", role, centre.code AS "centreCode"
         FROM mandate JOIN member ON member.id = member_id LEFT JOIN centre ON centre.id = centre_id
        WHERE mandate.forum_id = $1 AND ($2::uuid IS NULL OR centre_id = $2) AND withdrawn_at IS NULL AND suspended_at IS NULL
          AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)
        ORDER BY member.name, member.id, role`,
      [forumId, centreId, this.clock.now()],
    );
  }
}
