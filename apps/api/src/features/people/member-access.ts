import type { OneTimeLink } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { MemberEntity } from './member.entity.js';
import { OneTimeLinks } from './one-time-links.js';
import { demandAdministration } from './people.service.js';

/** Letting a member in again, or keeping one out for a while. */
@Injectable()
export class MemberAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
  ) {}

  createPasswordLink(by: Performer, memberId: string): Promise<OneTimeLink> {
    demandAdministration(by);
    return this.commands.run(by, [], async (manager) => {
      const { language } = found(await manager.getRepository(MemberEntity).findOneBy({ id: memberId }));
      const link = await this.links.create(manager, memberId, 'password', language);
      return { value: link, entry: { verb: 'password-link:created', object: { member: memberId }, payload: {} } };
    });
  }

  /** Ends the member's logins: their locks are taken, so that no write can slip in behind. */
  async suspend(by: Performer, memberId: string): Promise<void> {
    demandAdministration(by);
    const logins: { id: string }[] = await this.dataSource.query('SELECT id FROM login WHERE member_id = $1 AND ended_at IS NULL', [memberId]);
    await this.commands.run(by, logins.map(({ id }) => ({ of: 'login', key: id, mode: 'exclusive' })), async (manager) => {
      found(await manager.getRepository(MemberEntity).findOneBy({ id: memberId }));
      const now = this.clock.now();
      await manager.getRepository(MemberEntity).update({ id: memberId }, { suspendedAt: now });
      await manager.query('UPDATE login SET ended_at = $2 WHERE member_id = $1 AND ended_at IS NULL', [memberId, now]);
      return { value: undefined, entry: { verb: 'member:suspended', object: { member: memberId }, payload: {} } };
    });
  }

  readmit(by: Performer, memberId: string): Promise<void> {
    demandAdministration(by);
    return this.commands.run(by, [], async (manager) => {
      found(await manager.getRepository(MemberEntity).findOneBy({ id: memberId }));
      await manager.getRepository(MemberEntity).update({ id: memberId }, { suspendedAt: null });
      return { value: undefined, entry: { verb: 'member:readmitted', object: { member: memberId }, payload: {} } };
    });
  }
}
