import type { OneTimeLink } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Lock } from '../../platform/database/locks.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { demandAdministration } from './demand-administration.js';
import { demandSecretariat } from './demand-secretariat.js';
import { getMember } from './get-member.js';
import { MemberEntity } from './member.entity.js';
import { OneTimeLinks } from './one-time-links.js';

/** Letting a member in again, or keeping one out for a while. */
@Injectable()
export class MemberAccess {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
  ) {}

  createPasswordLink(by: Performer, memberId: string): Promise<OneTimeLink> {
    demandAdministration(by);
    return this.commands.run(by, [], async (manager) => {
      const { language, suspendedAt } = await getMember(manager, by, memberId);
      if (suspendedAt !== null) throw new ProblemException('member-suspended');
      const link = await this.links.create(manager, memberId, 'password', language);
      return { value: link, entry: { verb: 'password-link:created', object: { member: memberId }, payload: {} } };
    });
  }

  /** Ends the member's logins. The locks of everything they could write under are taken, so that nothing can slip in behind. */
  async suspend(by: Performer, memberId: string): Promise<void> {
    demandAdministration(by);
    await this.commands.run(by, await this.locksOf(memberId), async (manager) => {
      await getMember(manager, by, memberId);
      const now = this.clock.now();
      await demandSecretariat(manager, by.forumId, { leaves: (mandate) => mandate.memberId === memberId, endsAt: now, now });
      await manager.getRepository(MemberEntity).update({ id: memberId }, { suspendedAt: now });
      await manager.query('UPDATE login SET ended_at = $2 WHERE member_id = $1 AND ended_at IS NULL', [memberId, now]);
      return { value: undefined, entry: { verb: 'member:suspended', object: { member: memberId }, payload: {} } };
    });
  }

  readmit(by: Performer, memberId: string): Promise<void> {
    demandAdministration(by);
    return this.commands.run(by, [], async (manager) => {
      await getMember(manager, by, memberId);
      await manager.getRepository(MemberEntity).update({ id: memberId }, { suspendedAt: null });
      return { value: undefined, entry: { verb: 'member:readmitted', object: { member: memberId }, payload: {} } };
    });
  }

  private locksOf(memberId: string): Promise<Lock[]> {
    return this.commands.read(async (manager) => {
      const rows: Pick<Lock, 'of' | 'key'>[] = await manager.query(
        `SELECT 'login' AS of, id AS key FROM login WHERE member_id = $1 AND ended_at IS NULL
         UNION ALL SELECT 'mandate', id FROM mandate WHERE member_id = $1 AND withdrawn_at IS NULL`,
        [memberId],
      );
      return rows.map((row) => ({ ...row, mode: 'exclusive' }));
    });
  }
}
