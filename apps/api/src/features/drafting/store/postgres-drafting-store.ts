import { randomInt } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DatabaseError, Pool, type ClientBase, type PoolConfig, type QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { lockKeys } from '../../../platform/database/locks.js';
import {
  DraftingStore,
  StandingChanged,
  type HeldLease,
  type LogRow,
  type PlacedRow,
  type SectionHead,
  type SectionView,
  type Standing,
  type TextHead,
  type TextSnapshot,
  type Writer,
  type WriteRequest,
} from './drafting-store.js';
import { judgeWriter } from './judge-request.js';
import { askedOf, columnsOf, locksFor, PostgresTransaction } from './postgres-transaction.js';
import {
  APPEND_IF_UNCHANGED,
  DEFINE_APPEND_IF_UNCHANGED,
  GRANT_LEASE,
  LARGEST_LEASE,
  LOG_AFTER,
  numbers,
  READ_HEAD,
  READ_HEADS,
  READ_SNAPSHOT,
  RESUME_LEASES,
  VIEW,
  WRITE_SETTINGS,
  writerFacts,
  type ViewRow,
} from './statements.js';

/** A statement without an answer after this is unknown, and its connection is given up. */
const ANSWER_MS = 10_000;
/** Few: they take their turns on the processor, and a write waits for none of them. */
const JOINING_CONNECTIONS = 4;
/** SQLSTATE of a key that is there already. */
const KEY_TAKEN = '23505';

@Injectable()
export class PostgresDraftingStore extends DraftingStore implements OnApplicationShutdown {
  /** Writes have connections of their own: they wait for nobody else's, and keep their prepared statements. */
  private readonly writing: Pool;
  /** So do those who come into a section: where many come at once, planning what each asks anew would cost most of it. */
  private readonly joining: Pool;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
    const { options } = dataSource;
    const connectionString = options.type === 'postgres' ? options.url : undefined;
    const settings: PoolConfig = {
      connectionString,
      application_name: 'expert-forum',
      query_timeout: ANSWER_MS,
      idleTimeoutMillis: 0,
      options: WRITE_SETTINGS,
    };
    const ready = { onConnect: (client: ClientBase) => client.query(DEFINE_APPEND_IF_UNCHANGED) };
    this.writing = unbroken(new Pool({ ...settings, ...ready }));
    this.joining = unbroken(new Pool({ ...settings, max: JOINING_CONNECTIONS }));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.writing.end(), this.joining.end()]);
  }

  protected now(): Date {
    return this.clock.now();
  }

  protected async begin(requests: readonly WriteRequest[]): Promise<PostgresTransaction> {
    return PostgresTransaction.begin(await this.writing.connect(), this.clock, requests);
  }

  protected async appendIfUnchanged(standings: ReadonlyMap<WriteRequest, Standing>, rows: readonly PlacedRow[]): Promise<void> {
    const requests = [...standings.keys()];
    const locks = lockKeys(locksFor(requests));
    const values = [
      ...askedOf(requests),
      [...standings.values()].map(({ stamp }) => stamp),
      numbers(locks.map(({ space }) => space)),
      numbers(locks.map(({ number }) => number)),
      `{${locks.map(({ mode }) => mode === 'shared').join(',')}}`,
      ...columnsOf(rows, this.now()),
    ];
    try {
      const { rows: answers } = await this.writing.query<{ isStored: boolean }>({ ...APPEND_IF_UNCHANGED, values });
      if (answers[0]?.isStored === true) return;
    } catch (error) {
      // Another node has taken a seq meanwhile. PostgreSQL has undone all of it.
      if (!(error instanceof DatabaseError && error.code === KEY_TAKEN)) throw error;
    }
    throw new StandingChanged('it is not as it was remembered');
  }

  async view(sectionId: string, forumId: string, { loginId, mandateId }: Writer): Promise<SectionView | null> {
    const rows = await this.ask<ViewRow>(VIEW, [sectionId, forumId, loginId, mandateId]);
    const [head] = rows;
    return head === undefined ? null : { head, mayWrite: judgeWriter(writerFacts(head), head.phase, this.clock.now()) };
  }

  async head(channel: number): Promise<SectionHead | null> {
    const heads = await this.ask<SectionHead>(READ_HEAD, [channel]);
    return heads[0] ?? null;
  }

  readLog(channel: number, epoch: number, afterSeq: number): Promise<LogRow[]> {
    return this.dataSource.query(LOG_AFTER, [channel, epoch, afterSeq]);
  }

  async snapshot(channel: number, epoch: number): Promise<TextSnapshot | null> {
    const snapshots: TextSnapshot[] = await this.dataSource.query(READ_SNAPSHOT, [channel, epoch]);
    return snapshots[0] ?? null;
  }

  async heads(channels: readonly number[]): Promise<Map<number, { epoch: number; seq: number }>> {
    const heads: TextHead[] = await this.dataSource.query(READ_HEADS, [numbers(channels)]);
    return new Map(heads.map(({ channel, epoch, seq }) => [channel, { epoch, seq }]));
  }

  async grantLeases({ id, epoch }: SectionHead, { mandateId, connectionId, ordinal }: Writer, count: number): Promise<number[]> {
    const leases: number[] = [];
    while (leases.length < count) {
      const values = [id, epoch, randomInt(1, LARGEST_LEASE), mandateId, connectionId, ordinal, this.clock.now()];
      const rows = await this.ask<{ lease: number }>(GRANT_LEASE, values);
      leases.push(...rows.map(({ lease }) => lease));
    }
    return leases;
  }

  async resumeLeases({ id, channel, epoch }: SectionHead, { mandateId, connectionId, ordinal }: Writer, leases: readonly number[]): Promise<HeldLease[]> {
    if (leases.length === 0) return [];
    const [held]: [HeldLease[], number] = await this.dataSource.query(RESUME_LEASES, [id, epoch, mandateId, leases, connectionId, ordinal, channel]);
    return held;
  }

  /** By a plan that is kept. */
  private async ask<Row extends QueryResultRow>(statement: { readonly name: string; readonly text: string }, values: unknown[]): Promise<Row[]> {
    return (await this.joining.query<Row>({ ...statement, values })).rows;
  }
}

/** A connection that breaks is noticed by the query that uses it, or replaced by the next; unheard it would end the process. */
function unbroken(pool: Pool): Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
