import { randomInt } from 'node:crypto';
import type { Verdict } from '@expert-forum/domain';
import type { PoolClient } from 'pg';
import type { Clock } from '../../../platform/clock/clock.js';
import { lockStatement, type Lock } from '../../../platform/database/locks.js';
import { CommitFailed, type LockedTransaction, type LogRow, type PlacedRow, type Standing, type TextHead, type WriteRequest } from './drafting-store.js';
import { judgeStanding } from './judge-request.js';
import { APPEND, bitsOf, FIND_ROWS, GRANT_SERVER_LEASE, LARGEST_LEASE, numbers, RAISE_SCHEMA, READ_STANDING, TRANSACTION_LOG, writerFacts, type StandingRow } from './statements.js';

/** The transaction of a write: `BEGIN` with all locks, facts, insert, `COMMIT`. */
export class PostgresTransaction implements LockedTransaction {
  readonly heads: ReadonlyMap<number, TextHead>;
  private readonly rows: PlacedRow[] = [];
  private readonly schemas = new Map<string, number>();
  private isEnded = false;

  private constructor(
    private readonly client: PoolClient,
    private readonly clock: Clock,
    readonly standings: ReadonlyMap<WriteRequest, Standing>,
  ) {
    this.heads = new Map([...standings.values()].map(({ head }) => [head.channel, head]));
  }

  /**
   * Takes all locks, then reads everything that is judged by. These stay two statements: what is read has to be what was
   * committed when the locks were held, not when they were asked for (R14).
   */
  static async begin(client: PoolClient, clock: Clock, requests: readonly WriteRequest[]): Promise<PostgresTransaction> {
    try {
      await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; ${lockStatement(locksFor(requests))}`);
      const { rows } = await client.query<StandingRow>({ ...READ_STANDING, values: askedOf(requests) });
      const standings = new Map<WriteRequest, Standing>();
      for (const { request: place, holdsLease, stamp, ...row } of rows) {
        const request = requests[place - 1];
        if (request !== undefined) standings.set(request, { head: row, facts: writerFacts(row), phase: row.phase, holdsLease, stamp });
      }
      return new PostgresTransaction(client, clock, standings);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  lock(): Promise<void> {
    return Promise.resolve();
  }

  mayWrite(request: WriteRequest): Verdict {
    return judgeStanding(this.standings.get(request), this.clock.now());
  }

  async readLog(channel: number, afterSeq: number): Promise<LogRow[]> {
    const { epoch } = this.headOf(channel);
    const { rows } = await this.client.query<LogRow>({ ...TRANSACTION_LOG, values: [channel, epoch, afterSeq] });
    return rows;
  }

  async findRows(channel: number, lease: number, firstN: number, lastN: number): Promise<LogRow[]> {
    const { epoch } = this.headOf(channel);
    const { rows } = await this.client.query<LogRow>({ ...FIND_ROWS, values: [channel, epoch, bitsOf(lease), firstN, lastN] });
    return rows;
  }

  append(channel: number, rows: readonly LogRow[]): void {
    const head = this.headOf(channel);
    this.rows.push(...rows.map((row) => ({ ...row, head })));
  }

  raiseSchema(channel: number, schema: number): void {
    this.schemas.set(this.headOf(channel).id, schema);
  }

  async serverLease(channel: number): Promise<number> {
    const { id, epoch } = this.headOf(channel);
    const lease = randomInt(1, LARGEST_LEASE);
    await this.client.query({ ...GRANT_SERVER_LEASE, values: [id, epoch, lease, this.clock.now()] });
    return lease;
  }

  /** A transaction that failed answers COMMIT with a rollback and no error. */
  async commit(): Promise<void> {
    if (this.rows.length > 0) await this.client.query({ ...APPEND, values: columnsOf(this.rows, this.clock.now()) });
    for (const [id, schema] of this.schemas) await this.client.query({ ...RAISE_SCHEMA, values: [id, schema] });
    const { command } = await this.client.query('COMMIT');
    if (command !== 'COMMIT') throw new CommitFailed(`COMMIT was answered with ${command}`);
    this.isEnded = true;
    this.client.release();
  }

  /** With the connection PostgreSQL ends what is left of the transaction. */
  abandon(): void {
    if (!this.isEnded) this.client.release(true);
    this.isEnded = true;
  }

  private headOf(channel: number): TextHead {
    const head = this.heads.get(channel);
    if (head === undefined) throw new Error(`channel ${channel} is not in the scope of this transaction`);
    return head;
  }
}

/** What is asked about requests, as the statements want it. */
export const askedOf = (requests: readonly WriteRequest[]): unknown[] => [
  numbers(requests.map(({ channel }) => channel)),
  numbers(requests.map(({ lease }) => lease)),
  requests.map(({ writer }) => writer.loginId),
  requests.map(({ writer }) => writer.mandateId),
  requests.map(({ writer }) => writer.connectionId),
];

/** New rows, as the statements want them. */
export function columnsOf(rows: readonly PlacedRow[], at: Date): unknown[] {
  let end = 1;
  const starts = rows.map(({ body }) => (end += body.byteLength) - body.byteLength);
  return [
    at,
    numbers(rows.map(({ head }) => head.channel)),
    numbers(rows.map(({ head }) => head.epoch)),
    numbers(rows.map(({ seq }) => seq)),
    numbers(rows.map(({ lease }) => bitsOf(lease))),
    numbers(rows.map(({ n }) => n)),
    Buffer.concat(rows.map(({ body }) => body)),
    numbers(rows.map(({ body }) => body.byteLength)),
    numbers(starts),
  ];
}

export const locksFor = (requests: readonly WriteRequest[]): Lock[] =>
  requests.flatMap(({ channel, writer }): Lock[] => [
    { of: 'login', key: writer.loginId, mode: 'shared' },
    { of: 'mandate', key: writer.mandateId, mode: 'shared' },
    { of: 'section', key: channel, mode: 'exclusive' },
  ]);
