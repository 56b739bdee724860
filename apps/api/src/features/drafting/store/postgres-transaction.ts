import { randomInt } from 'node:crypto';
import { refused, type Verdict } from '@expert-forum/domain';
import type { PoolClient } from 'pg';
import type { Clock } from '../../../platform/clock/clock.js';
import { lockStatement, type Lock } from '../../../platform/database/locks.js';
import { CommitFailed, type DraftingTransaction, type LogRow, type TextHead, type WriteRequest } from './drafting-store.js';
import { judgeRequest } from './judge-request.js';
import { APPEND, bitsOf, FIND_ROWS, GRANT_SERVER_LEASE, LARGEST_LEASE, numbers, RAISE_SCHEMA, READ_STANDING, TRANSACTION_LOG, writerFacts, type StandingRow } from './statements.js';

interface NewRow extends LogRow {
  readonly head: TextHead;
}

/** The transaction of a write. On the quiet path it is four round trips: `BEGIN` with all locks, facts, insert, `COMMIT`. */
export class PostgresTransaction implements DraftingTransaction {
  private readonly rows: NewRow[] = [];
  private readonly schemas = new Map<string, number>();

  private constructor(
    private readonly client: PoolClient,
    private readonly clock: Clock,
    readonly heads: ReadonlyMap<number, TextHead>,
    private readonly verdicts: ReadonlyMap<WriteRequest, Verdict>,
  ) {}

  /**
   * Takes all locks, then reads everything that is judged by. These stay two statements: what is read has to be what was
   * committed when the locks were held, not when they were asked for (R14).
   */
  static async begin(client: PoolClient, clock: Clock, requests: readonly WriteRequest[]): Promise<PostgresTransaction> {
    await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; ${lockStatement(locksFor(requests))}`);
    const { rows } = await client.query<StandingRow>({
      ...READ_STANDING,
      values: [
        numbers(requests.map(({ channel }) => channel)),
        numbers(requests.map(({ lease }) => lease)),
        requests.map(({ writer }) => writer.loginId),
        requests.map(({ writer }) => writer.mandateId),
        requests.map(({ writer }) => writer.connectionId),
      ],
    });
    const heads = new Map<number, TextHead>();
    const verdicts = new Map<WriteRequest, Verdict>();
    for (const { request: place, holdsLease, ...row } of rows) {
      heads.set(row.channel, row);
      const request = requests[place - 1];
      if (request !== undefined) verdicts.set(request, judgeRequest(writerFacts(row), row.phase, holdsLease, clock.now()));
    }
    return new PostgresTransaction(client, clock, heads, verdicts);
  }

  mayWrite(request: WriteRequest): Verdict {
    return this.verdicts.get(request) ?? refused('section-removed');
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

  /** Stores what was appended. A transaction that failed answers COMMIT with a rollback and no error. */
  async commit(): Promise<void> {
    if (this.rows.length > 0) await this.insert();
    for (const [id, schema] of this.schemas) await this.client.query({ ...RAISE_SCHEMA, values: [id, schema] });
    const { command } = await this.client.query('COMMIT');
    if (command !== 'COMMIT') throw new CommitFailed(`COMMIT was answered with ${command}`);
  }

  private async insert(): Promise<void> {
    const { rows } = this;
    let end = 1;
    const starts = rows.map(({ body }) => (end += body.byteLength) - body.byteLength);
    await this.client.query({
      ...APPEND,
      values: [
        this.clock.now(),
        numbers(rows.map(({ head }) => head.channel)),
        numbers(rows.map(({ head }) => head.epoch)),
        numbers(rows.map(({ seq }) => seq)),
        numbers(rows.map(({ lease }) => bitsOf(lease))),
        numbers(rows.map(({ n }) => n)),
        Buffer.concat(rows.map(({ body }) => body)),
        numbers(rows.map(({ body }) => body.byteLength)),
        numbers(starts),
      ],
    });
  }

  private headOf(channel: number): TextHead {
    const head = this.heads.get(channel);
    if (head === undefined) throw new Error(`channel ${channel} is not in the scope of this transaction`);
    return head;
  }
}

const locksFor = (requests: readonly WriteRequest[]): Lock[] =>
  requests.flatMap(({ channel, writer }): Lock[] => [
    { of: 'login', key: writer.loginId, mode: 'shared' },
    { of: 'mandate', key: writer.mandateId, mode: 'shared' },
    { of: 'section', key: channel, mode: 'exclusive' },
  ]);
