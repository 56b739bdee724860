import { randomUUID } from 'node:crypto';
import { mayRunSession } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import type { CommittedText } from '../../../src/features/drafting/store/committed-texts.js';
import type { AgendaItemEntity } from '../../../src/features/sessions/agenda-item.entity.js';
import { Attendance } from '../../../src/features/sessions/attendance.js';
import type { DecisionEntity } from '../../../src/features/sessions/decision.entity.js';
import type { NewDecision } from '../../../src/features/sessions/decision.presenter.js';
import type { NewCall } from '../../../src/features/sessions/find-calls.js';
import type { ObjectionCallEntity } from '../../../src/features/sessions/objection-call.entity.js';
import type { SessionEntity } from '../../../src/features/sessions/session.entity.js';
import { SessionTable } from '../../../src/features/sessions/session-table.js';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import { demand, found, ProblemException } from '../../../src/platform/errors/problem-error.js';
import type { Performer } from '../../../src/platform/ledger/performer.js';
import { managerOf } from '../database/memory-commands.js';
import type { MemoryMeeting, SimulatedDatabase } from '../database/simulated-database.js';
import type { Ask } from '../discussion/memory-threads.js';
import { NOWHERE } from '../simulated-platform.js';

/** The one table of a run, in the memory that its nodes share. */
export class MemoryTable extends SessionTable {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
  ) {
    super(new Attendance(NOWHERE, new SystemClock()));
  }

  override call(_manager: EntityManager, id: string): Promise<ObjectionCallEntity> {
    return this.ask('read call', () => found(this.meeting.calls.find((call) => call.id === id)));
  }

  override decision(_manager: EntityManager, id: string): Promise<DecisionEntity> {
    return this.ask('read decision', () => found(this.meeting.decisions.find((decision) => decision.id === id)));
  }

  override async lockAsChair(manager: EntityManager, by: Performer): Promise<SessionEntity> {
    const { session } = this.meeting;
    await this.ask('lock session', () => undefined);
    await this.database.locks.take(managerOf(manager).session, [{ of: 'session', key: session.id, mode: 'exclusive' }]);
    if (by.kind === 'mandate') demand(mayRunSession(by.actor, session.chairMandateId));
    return session;
  }

  override async lockItemAsChair(manager: EntityManager, by: Performer): Promise<{ session: SessionEntity; item: AgendaItemEntity }> {
    return { session: await this.lockAsChair(manager, by), item: await this.item() };
  }

  override demandNoRunningCall(_manager: EntityManager, _sessionId: string, now: Date): Promise<void> {
    return this.ask('read running calls', () => {
      if (this.meeting.calls.some(({ stoppedAt, closesAt }) => stoppedAt === null && closesAt > now)) throw new ProblemException('call-running');
    });
  }

  override newestCall(_manager: EntityManager, { activatedAt }: AgendaItemEntity): Promise<ObjectionCallEntity | null> {
    return this.ask('read newest call', () => {
      const { calls, decisions } = this.meeting;
      const call = calls.filter(({ openedAt }) => activatedAt !== null && openedAt >= activatedAt).at(-1) ?? null;
      return decisions.some(({ callId }) => callId === call?.id) ? null : call;
    });
  }

  override hasSection(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override sectionsOf(): Promise<string[]> {
    return Promise.resolve([...this.database.sections.values()].map(({ id }) => id));
  }

  override item(): Promise<AgendaItemEntity> {
    return this.ask('read item', () => ({ ...this.meeting.item }));
  }

  override activeItem(): Promise<AgendaItemEntity | null> {
    return this.ask('read active item', () => (this.meeting.item.state === 'active' ? { ...this.meeting.item } : null));
  }

  override setItemState(manager: EntityManager, _id: string, state: AgendaItemEntity['state']): Promise<void> {
    return this.ask('change item', () => managerOf(manager).change(() => (this.meeting.item.state = state)));
  }

  override isLatestDecision(_manager: EntityManager, { place }: DecisionEntity): Promise<boolean> {
    return this.ask('read later decisions', () => this.meeting.decisions.every((decision) => decision.place <= place));
  }

  override keepDecision(manager: EntityManager, decision: NewDecision): Promise<void> {
    const { decisions, revisions } = this.meeting;
    return this.ask('insert decision', () =>
      managerOf(manager).change(() => {
        const kept = { ...decision, place: decisions.length + 1 };
        decisions.push(kept);
        this.database.watcher?.decided(kept, revisions.get(decision.revisionId ?? '') ?? null);
      }),
    );
  }

  override keepCall(manager: EntityManager, place: Parameters<SessionTable['keepCall']>[1], { seq, hash, document }: CommittedText): Promise<NewCall> {
    const call = { ...place, id: randomUUID(), seq, hash, document, stoppedAt: null, objectingCentreId: null };
    const { calls } = this.meeting;
    return this.ask('insert call', () => {
      managerOf(manager).change(() => calls.push({ ...call, place: calls.length + 1 }));
      return call;
    });
  }

  override beat(): Promise<void> {
    return Promise.resolve();
  }

  override present(): Promise<string[]> {
    return Promise.resolve([]);
  }

  private get meeting(): MemoryMeeting {
    return this.database.meeting;
  }
}
