import type { Verdict } from '@expert-forum/domain';
import { StandingChanged } from './commit-failed.js';
import type { DraftingTransaction, LockedTransaction, LogRow, PlacedRow, Standing, TextHead, WriteRequest } from './drafting-store.js';
import { judgeStanding } from './judge-request.js';

/** What an optimistic transaction asks of its store. */
interface Means {
  now(): Date;
  begin(): Promise<LockedTransaction>;
  /** @throws StandingChanged */
  append(rows: readonly PlacedRow[]): Promise<void>;
}

/**
 * Judges by what an earlier write has read, and has the commit look whether it is still so. What cannot be done without the
 * database makes it take its locks before that, and compare there.
 */
export class OptimisticTransaction implements DraftingTransaction {
  private locked: LockedTransaction | null = null;
  private readonly remembered: ReadonlyMap<number, TextHead>;
  private readonly rows: PlacedRow[] = [];
  private readonly schemas = new Map<number, number>();

  constructor(
    readonly standings: ReadonlyMap<WriteRequest, Standing>,
    private readonly means: Means,
  ) {
    this.remembered = new Map([...standings.values()].map(({ head }) => [head.channel, head]));
  }

  get heads(): ReadonlyMap<number, TextHead> {
    return this.locked?.heads ?? this.remembered;
  }

  mayWrite(request: WriteRequest): Verdict {
    return judgeStanding(this.standings.get(request), this.means.now());
  }

  async lock(): Promise<void> {
    await this.withLocks();
  }

  async readLog(channel: number, afterSeq: number): Promise<LogRow[]> {
    return (await this.withLocks()).readLog(channel, afterSeq);
  }

  async findRows(channel: number, lease: number, firstN: number, lastN: number): Promise<LogRow[]> {
    return (await this.withLocks()).findRows(channel, lease, firstN, lastN);
  }

  async serverLease(channel: number): Promise<number> {
    return (await this.withLocks()).serverLease(channel);
  }

  append(channel: number, rows: readonly LogRow[]): void {
    const head = this.heads.get(channel);
    if (head === undefined) throw new Error(`channel ${channel} is not in the scope of this transaction`);
    this.rows.push(...rows.map((row) => ({ ...row, head })));
  }

  raiseSchema(channel: number, schema: number): void {
    this.schemas.set(channel, schema);
  }

  async commit(): Promise<void> {
    if (this.locked === null && this.schemas.size === 0) return this.means.append(this.rows);
    const locked = await this.withLocks();
    for (const { head: { channel }, ...row } of this.rows) {
      // The standings do not tell of the end of a log. Its key would, by an error that leaves the outcome open.
      if (row.seq <= (locked.heads.get(channel)?.seq ?? 0)) throw new StandingChanged('the text is behind its log');
      locked.append(channel, [row]);
    }
    for (const [channel, schema] of this.schemas) locked.raiseSchema(channel, schema);
    await locked.commit();
  }

  abandon(): void {
    this.locked?.abandon();
  }

  private async withLocks(): Promise<LockedTransaction> {
    if (this.locked !== null) return this.locked;
    this.locked = await this.means.begin();
    for (const [request, { stamp }] of this.standings) {
      if (this.locked.standings.get(request)?.stamp !== stamp) throw new StandingChanged('it is not as it was remembered');
    }
    return this.locked;
  }
}
