import { isInForce, type Phase } from '@expert-forum/domain';
import { EntityManager } from 'typeorm';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import { ProblemException } from '../../../src/platform/errors/problem-error.js';
import { CommandRunner, type LedgerEntry, type Outcome } from '../../../src/platform/ledger/command-runner.js';
import { Consequences } from '../../../src/platform/ledger/consequences.js';
import type { Performer } from '../../../src/platform/ledger/performer.js';
import type { MemoryLock } from '../../store/lock-table.js';
import type { CommitFate } from '../../store/memory-drafting-store.js';
import { NOWHERE, type SimulatedAnnouncer } from '../simulated-platform.js';
import type { SimulatedDatabase } from './simulated-database.js';

/** What lies between the commands of a node and the database. */
export interface CommandWeather {
  travel(statement: string): Promise<void>;
  commitFate(): CommitFate;
  /** After the commit, and in its order. */
  announce(entry: LedgerEntry): void;
}

/** A transaction: what it changes is done with the commit, all of it at once. */
export class MemoryManager extends EntityManager {
  /** What this transaction has made of the section. */
  phase: Phase | null = null;
  private readonly changes: (() => void)[] = [];

  constructor(readonly session: object) {
    super(NOWHERE);
  }

  change(work: () => void): void {
    this.changes.push(work);
  }

  land(): void {
    for (const change of this.changes) change();
  }
}

export function managerOf(manager: EntityManager): MemoryManager {
  if (manager instanceof MemoryManager) return manager;
  throw new TypeError('a manager of another database');
}

/** Commands as PostgreSQL runs them: locks, authority read after them, the change, the ledger's lock, and all of it at once. */
export class MemoryCommands extends CommandRunner {
  private readonly open = new Set<object>();

  constructor(
    private readonly database: SimulatedDatabase,
    private readonly weather: CommandWeather,
    announcer: SimulatedAnnouncer,
  ) {
    super(NOWHERE, new SystemClock(), announcer, new Consequences());
  }

  override async run<T>(by: Performer, locks: Parameters<CommandRunner['run']>[1], work: (manager: EntityManager) => Promise<Outcome<T>>): Promise<T> {
    const session = {};
    this.open.add(session);
    try {
      await this.lock(session, [...ownLocks(by), ...locks]);
      await this.weather.travel('read authority');
      this.demandStanding(by);
      const manager = new MemoryManager(session);
      const { value, entry } = await work(manager);
      await this.lock(session, [{ of: 'ledger', key: by.forumId, mode: 'exclusive' }]);
      await this.weather.travel('append to the ledger and commit');
      const fate = this.weather.commitFate();
      if (fate === 'failed') throw new Error('the connection was lost before the commit');
      manager.land();
      this.database.keep(entry);
      this.weather.announce(entry);
      this.end(session);
      if (fate !== 'done') throw new Error('the connection was lost after the commit');
      await this.weather.travel('command committed');
      return value;
    } finally {
      this.end(session);
    }
  }

  override async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(new MemoryManager({}));
  }

  /** The node is gone, or cut off: the database ends what its connections had begun. */
  disconnect(): void {
    for (const session of this.open) this.end(session);
  }

  private async lock(session: object, locks: readonly MemoryLock[]): Promise<void> {
    await this.weather.travel('lock for a command');
    await this.database.locks.take(session, locks);
    if (this.open.has(session)) return;
    this.database.locks.release(session);
    throw new Error('the connection was lost while it waited for the locks');
  }

  private end(session: object): void {
    this.open.delete(session);
    this.database.locks.release(session);
  }

  private demandStanding(by: Performer): void {
    if (by.kind !== 'mandate') return;
    const [login, mandate] = [this.database.logins.get(by.loginId), this.database.mandates.get(by.actor.mandateId)];
    if (login?.isEnded !== false) throw new ProblemException('login-required');
    if (mandate === undefined || !isInForce(mandate, this.database.now())) throw new ProblemException('mandate-not-held');
  }
}

const ownLocks = (by: Performer): MemoryLock[] =>
  by.kind === 'installation'
    ? []
    : [
        { of: 'login', key: by.loginId, mode: 'shared' },
        { of: 'mandate', key: by.actor.mandateId, mode: 'shared' },
      ];
