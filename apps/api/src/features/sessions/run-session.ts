import { mayTakeChair, sessionAfter } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { demand, ProblemException, valueOf } from '../../platform/errors/problem-error.js';
import { CommandRunner, type LedgerEntry } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer, Performer } from '../../platform/ledger/performer.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { Attendance } from './attendance.js';
import { demandNoRunningCall } from './find-calls.js';
import { lockAsChair, lockSession } from './lock-session.js';
import { SessionEntity } from './session.entity.js';

/** Opening, interrupting and closing a session, and who holds its chair. */
@Injectable()
export class RunSession {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly attendance: Attendance,
  ) {}

  open(by: Performer, sessionId: string): Promise<void> {
    return this.change(by, sessionId, async (manager, session) => {
      const change = { state: valueOf(sessionAfter(session.state, 'open')), openedAt: this.clock.now() };
      await manager.getRepository(SessionEntity).update({ id: session.id }, change);
      await this.attendance.callRoll(manager, session.id);
      return entryOf('session:opened', session);
    });
  }

  suspend(by: Performer, sessionId: string): Promise<void> {
    return this.change(by, sessionId, async (manager, session) => {
      const state = valueOf(sessionAfter(session.state, 'suspend'));
      await demandNoRunningCall(manager, session.id, this.clock.now());
      await manager.getRepository(SessionEntity).update({ id: session.id }, { state });
      return entryOf('session:suspended', session);
    });
  }

  resume(by: Performer, sessionId: string): Promise<void> {
    return this.change(by, sessionId, async (manager, session) => {
      const state = valueOf(sessionAfter(session.state, 'resume'));
      await manager.getRepository(SessionEntity).update({ id: session.id }, { state });
      return entryOf('session:resumed', session);
    });
  }

  /** What is still on the table is deferred; who was in the room by centre stays, who asked to speak is forgotten. */
  close(by: Performer, sessionId: string): Promise<void> {
    return this.change(by, sessionId, async (manager, session) => {
      const change = { state: valueOf(sessionAfter(session.state, 'close')), closedAt: this.clock.now() };
      await demandNoRunningCall(manager, session.id, this.clock.now());
      await manager.getRepository(SessionEntity).update({ id: session.id }, change);
      await manager.getRepository(AgendaItemEntity).update({ sessionId: session.id, state: 'active' }, { state: 'deferred' });
      await manager.query('DELETE FROM floor_request WHERE session_id = $1', [session.id]);
      return entryOf('session:closed', session, { centresPresent: await this.attendance.roll(manager, session.id) });
    });
  }

  takeChair(by: MandatePerformer, sessionId: string): Promise<void> {
    const { mandateId } = by.actor;
    return this.commands.run(by, [], async (manager) => {
      const session = await lockSession(manager, by, sessionId);
      demand(mayTakeChair(by.actor, session.chairMandateId));
      if (session.state === 'closed') throw new ProblemException('session-state-unfit', { params: { state: session.state, act: 'take-chair' } });
      await manager.getRepository(SessionEntity).update({ id: session.id }, { chairMandateId: mandateId });
      return { value: undefined, entry: entryOf('session:chair-taken', session, { from: session.chairMandateId, to: mandateId }) };
    });
  }

  private change(
    by: Performer,
    sessionId: string,
    work: (manager: EntityManager, session: SessionEntity) => Promise<LedgerEntry>,
  ): Promise<void> {
    return this.commands.run(by, [], async (manager) => ({ value: undefined, entry: await work(manager, await lockAsChair(manager, by, sessionId)) }));
  }
}

const entryOf = (verb: string, { id }: SessionEntity, payload: LedgerEntry['payload'] = {}): LedgerEntry => ({ verb, object: { session: id }, payload });
