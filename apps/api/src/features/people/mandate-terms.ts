import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner, type Outcome } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { demandMayEntrust } from './demand-administration.js';
import { demandSecretariat } from './demand-secretariat.js';
import { MandateEntity } from './mandate.entity.js';

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
      if (mandate.endsAt === null || endsAt < mandate.endsAt) await this.demandSecretariatWithout(manager, mandate, endsAt);
      await manager.getRepository(MandateEntity).update({ id: mandate.id }, { endsAt });
      return { value: undefined, entry: { verb: 'mandate:limited', object: objectOf(mandate), payload: { endsAt: endsAt.toISOString() } } };
    });
  }

  withdraw(by: Performer, mandateId: string): Promise<void> {
    return this.change(by, mandateId, async (manager, mandate) => {
      await this.demandSecretariatWithout(manager, mandate, this.clock.now());
      await manager.getRepository(MandateEntity).update({ id: mandate.id }, { withdrawnAt: this.clock.now() });
      await manager.query('DELETE FROM drafter WHERE mandate_id = $1', [mandate.id]);
      await manager.query('UPDATE section SET rapporteur_mandate_id = NULL WHERE rapporteur_mandate_id = $1', [mandate.id]);
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
      demandMayEntrust(by, mandate);
      if (mandate.withdrawnAt !== null) throw new ProblemException('mandate-withdrawn');
      return work(manager, mandate);
    });
  }

  private demandSecretariatWithout(manager: EntityManager, { id, forumId }: MandateEntity, endsAt: Date): Promise<void> {
    return demandSecretariat(manager, forumId, { leaves: (mandate) => mandate.id === id, endsAt, now: this.clock.now() });
  }
}

const objectOf = ({ id, memberId }: MandateEntity): Record<string, string> => ({ mandate: id, member: memberId });
