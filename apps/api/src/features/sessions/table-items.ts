import type { ItemEnd } from '@expert-forum/contracts';
import { itemAfter, itemConcluded } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemException, valueOf } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { demandNoRunningCall } from './find-calls.js';
import { lockItemAsChair } from './lock-session.js';

/** What is on the table: one item at a time. */
@Injectable()
export class TableItems {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
  ) {}

  activate(by: Performer, itemId: string): Promise<void> {
    return this.commands.run(by, [], async (manager) => {
      const { session, item } = await lockItemAsChair(manager, by, itemId);
      if (session.state !== 'open') throw new ProblemException('session-state-unfit', { params: { state: session.state, act: 'activate' } });
      const state = valueOf(itemAfter(item.state, 'active'));
      const items = manager.getRepository(AgendaItemEntity);
      if (await items.existsBy({ sessionId: session.id, state: 'active' })) throw new ProblemException('item-on-table');
      await items.update({ id: item.id }, { state, activatedAt: this.clock.now(), outcome: null });
      return { value: undefined, entry: { verb: 'item:activated', object: { session: session.id, item: item.id }, payload: {} } };
    });
  }

  conclude(by: Performer, itemId: string, { to, outcome }: ItemEnd): Promise<void> {
    return this.commands.run(by, [], async (manager) => {
      const { session, item } = await lockItemAsChair(manager, by, itemId);
      const state = valueOf(itemConcluded(session.state, item.state, to));
      await demandNoRunningCall(manager, session.id, this.clock.now());
      await manager.getRepository(AgendaItemEntity).update({ id: item.id }, { state, outcome: outcome ?? null });
      const payload = { to, ...(outcome !== undefined && { outcome }) };
      return { value: undefined, entry: { verb: 'item:concluded', object: { session: session.id, item: item.id }, payload } };
    });
  }
}
