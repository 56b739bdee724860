import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner, type Outcome } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { MandateEntity } from './mandate.entity.js';
import { demandAdministration } from './people.service.js';

/**
 * Ending what was granted. Takes the mandate's lock for itself: what is being written under it is committed before, and
 * everything after is refused.
 */
@Injectable()
export class MandateTerms {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
  ) {}

  limit(by: Performer, mandateId: string, endsAt: Date): Promise<void> {
    return this.change(by, mandateId, async (manager, mandate) => {
      if (endsAt <= mandate.startsAt) throw new ProblemException('dates-reversed');
      await manager.getRepository(MandateEntity).update({ id: mandate.id }, { endsAt });
      return { value: undefined, entry: { verb: 'mandate:limited', object: objectOf(mandate), payload: { endsAt: endsAt.toISOString() } } };
    });
  }

  withdraw(by: Performer, mandateId: string): Promise<void> {
    return this.change(by, mandateId, async (manager, mandate) => {
      if (mandate.withdrawnAt !== null) throw new ProblemException('mandate-withdrawn');
      if (mandate.role === 'secretariat') await this.demandAnotherSecretariat(manager, mandate);
      await manager.getRepository(MandateEntity).update({ id: mandate.id }, { withdrawnAt: this.clock.now() });
      await manager.query('DELETE FROM drafter WHERE mandate_id = $1', [mandate.id]);
      return { value: undefined, entry: { verb: 'mandate:withdrawn', object: objectOf(mandate), payload: { role: mandate.role } } };
    });
  }

  private change(
    by: Performer,
    mandateId: string,
    work: (manager: EntityManager, mandate: MandateEntity) => Promise<Outcome<undefined>>,
  ): Promise<void> {
    return this.commands.run(by, [{ of: 'mandate', key: mandateId, mode: 'exclusive' }], async (manager) => {
      const mandate = found(await manager.getRepository(MandateEntity).findOneBy({ id: mandateId, forumId: by.forumId }));
      const isOwnExpert =
        by.kind === 'mandate' && by.actor.role === 'focal_point' && mandate.role === 'expert' && mandate.centreId === by.actor.centreId;
      if (!isOwnExpert) demandAdministration(by);
      return work(manager, mandate);
    });
  }

  private async demandAnotherSecretariat(manager: EntityManager, { id, forumId }: MandateEntity): Promise<void> {
    const rows: unknown[] = await manager.query(
      `SELECT FROM mandate JOIN member ON member.id = member_id
        WHERE forum_id = $1 AND mandate.id <> $2 AND role = 'secretariat' AND withdrawn_at IS NULL AND suspended_at IS NULL
          AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3) LIMIT 1`,
      [forumId, id, this.clock.now()],
    );
    if (rows.length === 0) throw new ProblemException('last-secretariat');
  }
}

const objectOf = ({ id, memberId }: MandateEntity): Record<string, string> => ({ mandate: id, member: memberId });
