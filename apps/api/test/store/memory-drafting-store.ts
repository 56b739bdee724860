import type { Verdict } from '@expert-forum/domain';
import {
  DraftingStore,
  StandingChanged,
  type DraftingTransaction,
  type HeldLease,
  type LockedTransaction,
  type LogRow,
  type PlacedRow,
  type SectionHead,
  type SectionView,
  type Standing,
  type TextHead,
  type TextSnapshot,
  type Writer,
  type WriteRequest,
} from '../../src/features/drafting/store/drafting-store.js';
import { judgeStanding } from '../../src/features/drafting/store/judge-request.js';
import type { MemoryLock } from './lock-table.js';
import { KeyTaken, type CommittedRow, type MemoryDatabase } from './memory-database.js';

/**
 * What becomes of a COMMIT. `unheard`: it is done and the answer is lost; `late`: the connection is lost, and the database
 * does it a moment later all the same.
 */
export type CommitFate = 'done' | 'failed' | 'unheard' | 'late';

/** What lies between a node and its database. */
export interface DatabaseWeather {
  /** Every statement on its way, there and back; never again once the node is dead. Rejects when the connection is lost. */
  travel(statement: string): Promise<void>;
  /** What the database does by itself, with or without the node. */
  pass(what: string): Promise<void>;
  commitFate(): CommitFate;
}

export const CALM: DatabaseWeather = { travel: () => Promise.resolve(), pass: () => Promise.resolve(), commitFate: () => 'done' };

/** A node's connection to the shared database. */
export class MemoryDraftingStore extends DraftingStore {
  /** Transactions whose node may die before their end. */
  private readonly open = new Set<object>();

  constructor(
    protected readonly database: MemoryDatabase,
    protected readonly weather: DatabaseWeather = CALM,
  ) {
    super();
  }

  protected now(): Date {
    return this.database.now();
  }

  protected async begin(requests: readonly WriteRequest[]): Promise<LockedTransaction> {
    const session = {};
    this.open.add(session);
    try {
      const transaction = await this.lockAndRead(session, requests);
      return Object.assign(transaction, {
        commit: () => this.commit(session, () => transaction.land()),
        abandon: () => this.end(session),
      });
    } catch (error) {
      this.end(session);
      throw error;
    }
  }

  protected async appendIfUnchanged(standings: ReadonlyMap<WriteRequest, Standing>, rows: readonly PlacedRow[]): Promise<void> {
    const session = {};
    this.open.add(session);
    try {
      await this.lock(session, [...standings.keys()]);
      if (!this.isUnchanged(standings)) throw new StandingChanged('it is not as it was remembered');
      await this.commit(session, () => this.database.append(rows.map(({ head, ...row }) => ({ ...row, channel: head.channel, epoch: head.epoch }))));
    } catch (error) {
      throw error instanceof KeyTaken ? new StandingChanged('a seq is taken') : error;
    } finally {
      this.end(session);
    }
  }

  protected isUnchanged(standings: ReadonlyMap<WriteRequest, Standing>): boolean {
    return [...standings].every(([request, { stamp }]) => this.database.standing(request)?.stamp === stamp);
  }

  private async commit(session: object, land: () => void): Promise<void> {
    await this.weather.travel('insert and commit');
    const fate = this.weather.commitFate();
    if (fate === 'failed') throw new Error('the connection was lost before the commit');
    if (fate === 'late') throw this.lost(session, land);
    land();
    this.end(session);
    if (fate === 'unheard') throw new Error('the connection was lost after the commit');
    await this.weather.travel('committed');
  }

  /** The commit is on its way and the connection gone: the database does it, and lets go of the locks, in its own time. */
  private lost(session: object, land: () => void): Error {
    this.open.delete(session);
    void this.weather.pass('late commit').then(land).catch(undone).finally(() => this.database.locks.release(session));
    return new Error('the connection was lost at the commit');
  }

  /** What is left to the database, it ends by itself. */
  private end(session: object): void {
    if (this.open.delete(session)) this.database.locks.release(session);
  }

  /** The node is gone, or cut off: the database ends what its connections had begun. */
  disconnect(): void {
    for (const session of this.open) this.end(session);
  }

  view(sectionId: string, forumId: string, reader: Writer): Promise<SectionView | null> {
    return this.ask('view', () => {
      const section = [...this.database.sections.values()].find(({ id }) => id === sectionId);
      if (section === undefined || section.forumId !== forumId || section.isRemoved) return null;
      return { head: this.database.headOf(section), mayWrite: this.database.mayWrite(section.channel, reader) };
    });
  }

  head(channel: number): Promise<SectionHead | null> {
    return this.ask('head', () => {
      const section = this.database.sections.get(channel);
      return section === undefined || section.isRemoved ? null : this.database.headOf(section);
    });
  }

  readLog(channel: number, epoch: number, afterSeq: number): Promise<LogRow[]> {
    return this.ask('read log', () => this.database.log(channel, epoch).filter(({ seq }) => seq > afterSeq));
  }

  snapshot(channel: number, epoch: number): Promise<TextSnapshot | null> {
    return this.ask('snapshot', () => this.database.snapshot(channel, epoch));
  }

  heads(channels: readonly number[]): Promise<Map<number, { epoch: number; seq: number }>> {
    return this.ask('heads', () => {
      const sections = channels.flatMap((channel) => this.database.sections.get(channel) ?? []);
      return new Map(sections.map((section) => [section.channel, { epoch: section.epoch, seq: this.database.headOf(section).seq }]));
    });
  }

  grantLeases({ channel, epoch }: SectionHead, { mandateId, connectionId, ordinal }: Writer, count: number): Promise<number[]> {
    return this.ask('grant leases', () =>
      Array.from({ length: count }, () => this.database.grantLease(channel, epoch, { mandateId, holder: connectionId, holderOrdinal: ordinal })),
    );
  }

  resumeLeases({ channel, epoch }: SectionHead, { mandateId, connectionId, ordinal }: Writer, leases: readonly number[]): Promise<HeldLease[]> {
    return this.ask('resume leases', () =>
      leases.flatMap((number) => {
        const lease = this.database.lease(channel, epoch, number);
        if (lease?.mandateId !== mandateId || lease.holderOrdinal > ordinal) return [];
        Object.assign(lease, { holder: connectionId, holderOrdinal: ordinal });
        return [{ lease: number, lastN: this.database.lastN(channel, epoch, number) }];
      }),
    );
  }

  /** Locks first, then what is judged by (R14). */
  protected async lockAndRead(session: object, requests: readonly WriteRequest[]): Promise<MemoryTransaction> {
    await this.lock(session, requests);
    return this.ask('read standing', () => new MemoryTransaction(this.database, this.weather, requests));
  }

  protected async lock(session: object, requests: readonly WriteRequest[]): Promise<void> {
    await this.weather.travel('lock');
    await this.database.locks.take(session, locksFor(requests));
    if (this.open.has(session)) return;
    this.database.locks.release(session);
    throw new Error('the connection was lost while it waited for the locks');
  }

  /** A statement by itself: what it reads is what was committed when it arrived, and old when the answer is here. */
  protected async ask<T>(statement: string, read: () => T): Promise<T> {
    await this.weather.travel(statement);
    const value = read();
    await this.weather.travel(`${statement}, answered`);
    return value;
  }
}

/** What the database does with rows whose keys are taken, whoever hears of it. */
function undone(error: unknown): void {
  if (!(error instanceof KeyTaken)) throw error;
}

export class MemoryTransaction implements DraftingTransaction {
  readonly heads: ReadonlyMap<number, TextHead>;
  readonly standings: ReadonlyMap<WriteRequest, Standing>;
  private readonly rows: CommittedRow[] = [];
  private readonly schemas = new Map<number, number>();

  constructor(
    private readonly database: MemoryDatabase,
    private readonly weather: DatabaseWeather,
    requests: readonly WriteRequest[],
  ) {
    this.standings = new Map(requests.flatMap((request) => {
      const standing = database.standing(request);
      return standing === null ? [] : [[request, standing]];
    }));
    this.heads = new Map([...this.standings.values()].map(({ head }) => [head.channel, head]));
  }

  lock(): Promise<void> {
    return Promise.resolve();
  }

  mayWrite(request: WriteRequest): Verdict {
    return judgeStanding(this.standings.get(request), this.database.now());
  }

  readLog(channel: number, afterSeq: number): Promise<LogRow[]> {
    return this.ask('read log in transaction', () => this.database.log(channel, this.epochOf(channel)).filter(({ seq }) => seq > afterSeq));
  }

  findRows(channel: number, lease: number, firstN: number, lastN: number): Promise<LogRow[]> {
    const isAsked = (row: LogRow): boolean => row.lease === lease && row.n >= firstN && row.n <= lastN;
    return this.ask('find rows', () => this.database.log(channel, this.epochOf(channel)).filter(isAsked));
  }

  append(channel: number, rows: readonly LogRow[]): void {
    this.rows.push(...rows.map((row) => ({ ...row, channel, epoch: this.epochOf(channel) })));
  }

  raiseSchema(channel: number, schema: number): void {
    this.schemas.set(channel, schema);
  }

  serverLease(channel: number): Promise<number> {
    return this.ask('server lease', () => this.database.grantLease(channel, this.epochOf(channel), { mandateId: null, holder: null, holderOrdinal: 0 }));
  }

  /** What was appended becomes what is committed. @throws KeyTaken */
  land(): void {
    this.database.append(this.rows);
    for (const [channel, schema] of this.schemas) this.database.sectionOf(channel).schema = schema;
  }

  private epochOf(channel: number): number {
    const head = this.heads.get(channel);
    if (head === undefined) throw new Error(`channel ${channel} is not in the scope of this transaction`);
    return head.epoch;
  }

  private async ask<T>(statement: string, read: () => T): Promise<T> {
    await this.weather.travel(statement);
    const value = read();
    await this.weather.travel(`${statement}, answered`);
    return value;
  }
}

const locksFor = (requests: readonly WriteRequest[]): MemoryLock[] =>
  requests.flatMap(({ channel, writer }): MemoryLock[] => [
    { of: 'login', key: writer.loginId, mode: 'shared' },
    { of: 'mandate', key: writer.mandateId, mode: 'shared' },
    { of: 'section', key: channel, mode: 'exclusive' },
  ]);
