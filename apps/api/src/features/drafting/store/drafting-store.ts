import type { Phase, Verdict } from '@expert-forum/domain';

/** One committed update of a section. */
export interface LogRow {
  readonly seq: number;
  /** The Yjs client id of its structs. */
  readonly lease: number;
  /** Dense a lease, from 1. */
  readonly n: number;
  readonly body: Uint8Array;
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

/** What one transaction over several sections may do; all of it is undone together. */
export interface DraftingTransaction {
  /** As they were when the locks were held. */
  readonly heads: ReadonlyMap<number, TextHead>;
  /**
   * May this be written now: login, mandate, phase, role and lease, as they were read after the locks (R14).
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

/** A COMMIT whose outcome is not known, or that failed: the answer is in the database alone. */
export class CommitFailed extends Error {}

/** Where texts live. Two implementations pass one suite: PostgreSQL, and memory for the simulation. */
export abstract class DraftingStore {
  /** The one way in which text is written. Resolves after COMMIT. @throws CommitFailed */
  abstract write<T>(requests: readonly WriteRequest[], work: (transaction: DraftingTransaction) => Promise<T>): Promise<T>;
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
