import type { Phase, Verdict } from '@expert-forum/domain';
import { CommitFailed, StandingChanged } from './commit-failed.js';
import type { WriterFacts } from './judge-request.js';
import { OptimisticTransaction } from './optimistic-transaction.js';
import { RememberedStandings } from './remembered-standings.js';

export { CommitFailed, StandingChanged };

/** One committed update of a section. */
export interface LogRow {
  readonly seq: number;
  /** The Yjs client id of its structs. */
  readonly lease: number;
  /** Dense a lease, from 1. */
  readonly n: number;
  readonly body: Uint8Array;
}

/** A row and the text that it is the next of. */
export interface PlacedRow extends LogRow {
  readonly head: TextHead;
}

/** A text as one encoded state. */
export interface TextSnapshot {
  readonly seq: number;
  readonly state: Uint8Array;
  /** The last number of each lease in it. */
  readonly lastNs: Readonly<Record<string, number>>;
}

/** How far a section's text goes. */
export interface TextHead {
  readonly id: string;
  readonly channel: number;
  readonly epoch: number;
  readonly schema: number;
  readonly seq: number;
}

export interface SectionHead extends TextHead {
  readonly phase: Phase;
  readonly phaseChangedAt: Date;
}

/** Who writes or reads, and by which login. */
export interface Writer {
  readonly loginId: string;
  readonly mandateId: string;
  /** Holds leases: one at a time each, the newest (R1). */
  readonly connectionId: string;
  /** Of two connections that one page opened, the later has the larger, wherever their requests are under way. */
  readonly ordinal: number;
}

/** A section as one connection finds it. */
export interface SectionView {
  readonly head: SectionHead;
  readonly mayWrite: Verdict;
}

export interface HeldLease {
  readonly lease: number;
  readonly lastN: number;
}

/** One push, as far as it has to be known before it is judged. */
export interface WriteRequest {
  readonly channel: number;
  readonly lease: number;
  readonly writer: Writer;
}

/** Everything a request is judged by, but for the time. */
export interface Standing {
  /** Its seq alone may be older than the rest. */
  readonly head: TextHead;
  /** null: the login has ended, or the member is suspended. */
  readonly facts: WriterFacts | null;
  readonly phase: Phase;
  readonly holdsLease: boolean;
  /** All of it but the seq as one piece of text: the store's own way to compare it. */
  readonly stamp: string;
}

/** What one transaction over several sections may do; all of it is undone together. */
export interface DraftingTransaction {
  /** As they are under the locks; before, by what is remembered of them. */
  readonly heads: ReadonlyMap<number, TextHead>;
  /** Takes the locks, if it has not yet. @throws StandingChanged */
  lock(): Promise<void>;
  /**
   * May this be written now: login, mandate, phase, role and lease, as they were read after the locks of this write or, where it
   * trusts, of an earlier one (R14).
   *
   * @param request one of those the transaction was opened for
   */
  mayWrite(request: WriteRequest): Verdict;
  /** Rows after `seq`, in order, without holes. */
  readLog(channel: number, afterSeq: number): Promise<LogRow[]>;
  /** The rows a lease stored under these numbers. */
  findRows(channel: number, lease: number, firstN: number, lastN: number): Promise<LogRow[]>;
  /** Stores the rows with the commit, and not before: nothing in this transaction reads them again. */
  append(channel: number, rows: readonly LogRow[]): void;
  /** With the commit the section's text needs this schema: a program of an older one can show it no longer (R11). */
  raiseSchema(channel: number, schema: number): void;
  /** A client id for the server's own repairs (R11). */
  serverLease(channel: number): Promise<number>;
}

/** A transaction that has all its locks. */
export interface LockedTransaction extends DraftingTransaction {
  /** Of the requests whose section is there, as they were read under the locks. */
  readonly standings: ReadonlyMap<WriteRequest, Standing>;
  /** Stores what was appended. */
  commit(): Promise<void>;
  /** Undoes it, if it is not committed. */
  abandon(): void;
}

/** Where texts live. Two implementations pass one suite: PostgreSQL, and memory for the simulation. */
export abstract class DraftingStore {
  private readonly remembered = new RememberedStandings();

  /**
   * The one way in which text is written. Resolves after COMMIT.
   *
   * @param mayTrust what was read under the locks of an earlier write most likely still holds, as nobody else is known to write:
   *   then it is judged by that, and the commit, which has the locks, stores nothing unless all of it is still so
   * @throws CommitFailed
   * @throws StandingChanged nothing was stored, and the same write is judged by what is read anew
   */
  async write<T>(requests: readonly WriteRequest[], work: (transaction: DraftingTransaction) => Promise<T>, mayTrust = false): Promise<T> {
    const remembered = mayTrust ? this.remembered.of(requests) : null;
    let transaction: LockedTransaction | OptimisticTransaction | null = null;
    try {
      transaction = remembered === null ? await this.begin(requests) : this.trust(requests, remembered);
      const value = await work(transaction);
      await transaction.commit();
      for (const [request, standing] of transaction.standings) if (standing.holdsLease) this.remembered.keep(request, standing);
      return value;
    } catch (error) {
      transaction?.abandon();
      if (!(error instanceof StandingChanged)) throw new CommitFailed('the outcome of a write is not known', { cause: error });
      this.remembered.forget(requests);
      throw error;
    }
  }

  private trust(requests: readonly WriteRequest[], standings: ReadonlyMap<WriteRequest, Standing>): OptimisticTransaction {
    return new OptimisticTransaction(standings, {
      now: () => this.now(),
      begin: () => this.begin(requests),
      append: (rows) => this.appendIfUnchanged(standings, rows),
    });
  }

  protected abstract now(): Date;
  /** Takes all locks, then reads everything that is judged by (R14). */
  protected abstract begin(requests: readonly WriteRequest[]): Promise<LockedTransaction>;
  /**
   * Takes all locks, compares, stores and commits, in one message to the database.
   *
   * @throws StandingChanged one of the standings, or the end of one of the logs, is not what it was: nothing was stored
   */
  protected abstract appendIfUnchanged(standings: ReadonlyMap<WriteRequest, Standing>, rows: readonly PlacedRow[]): Promise<void>;
  /** null: no such section in the forum, or it was removed. */
  abstract view(sectionId: string, forumId: string, reader: Writer): Promise<SectionView | null>;
  abstract head(channel: number): Promise<SectionHead | null>;
  abstract readLog(channel: number, epoch: number, afterSeq: number): Promise<LogRow[]>;
  /** The newest state of the text that is kept, if there is one: what the log says up to its seq. */
  abstract snapshot(channel: number, epoch: number): Promise<TextSnapshot | null>;
  /** Heads of these sections by channel, for the poll that finds what a lost doorbell did not tell. */
  abstract heads(channels: readonly number[]): Promise<Map<number, { epoch: number; seq: number }>>;
  /** New client ids for a page of this mandate (R1). */
  abstract grantLeases(head: SectionHead, writer: Writer, count: number): Promise<number[]>;
  /**
   * Gives leases of this mandate to this connection and says the last number stored under each. Foreign ones are left out, and
   * those that a newer connection holds.
   */
  abstract resumeLeases(head: SectionHead, writer: Writer, leases: readonly number[]): Promise<HeldLease[]>;
}
