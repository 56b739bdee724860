import { charactersOf, encodeApplied, hashOfDocument, judgeUpdate, repairAfter, replicaOf, schemaOfDocument, toDocumentJson, type Acceptance, type NodeJson, type Refusal } from '@expert-forum/collab';
import * as Y from 'yjs';
import type { LogRow, SectionHead, TextSnapshot } from '../store/drafting-store.js';
import type { Push } from './push.js';

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/** What a text is loaded from: a state, if one is kept, and rows up to its end. Rows that the state holds are passed over. */
export interface StoredText {
  readonly snapshot: TextSnapshot | null;
  readonly rows: readonly LogRow[];
}

/** How long a text is at a seq. */
export interface TextLength {
  readonly seq: number;
  readonly characters: number;
}

/** A text up to `seq`, and the rows behind it as they are sent. */
export interface TextParts {
  readonly seq: number;
  readonly state: Uint8Array;
  readonly rows: Uint8Array | null;
}

/**
 * A section's text in memory: what the log holds up to `seq`, and inside a write what that write has accepted so far. The
 * document collects garbage, so that nobody is sent text that was deleted before they came (R8). It is made when an update has
 * to be judged or somebody follows its words, and kept from then on; whoever only reads is sent bytes.
 */
export class LiveSection {
  seq = 0;
  /** The oldest schema whose programs can show the text, and what was ever in it. It only grows (R11). */
  schema = 1;
  /** How long it was when the first update was judged, before it. */
  lengthAtFirst: TextLength | null = null;
  private held: Y.Doc | null = null;
  private base: Uint8Array = EMPTY;
  private tail: LogRow[] = [];
  private tailBytes = 0;
  private hashed: { readonly seq: number; readonly hash: string } | null = null;
  private readonly lastNs = new Map<number, number>();
  /** Rows that this node's readers have not been sent yet. */
  private unsent: LogRow[] = [];

  constructor(
    readonly channel: number,
    readonly epoch: number,
  ) {}

  /** `sentSeq`: how far the readers of this node have been told, null where there are none. */
  static load({ channel, epoch }: Pick<SectionHead, 'channel' | 'epoch'>, { snapshot, rows }: StoredText, sentSeq: number | null): LiveSection {
    const section = new LiveSection(channel, epoch);
    if (snapshot !== null) section.begin(snapshot);
    section.follow(rows);
    section.unsent = sentSeq === null ? [] : rows.filter(({ seq }) => seq > sentSeq);
    return section;
  }

  private begin({ seq, state, lastNs }: TextSnapshot): void {
    this.base = state;
    this.seq = seq;
    for (const [lease, n] of Object.entries(lastNs)) this.lastNs.set(Number(lease), n);
  }

  /** So much it would take to send all of it: a measure of what it takes in memory. */
  get bytes(): number {
    return this.base.byteLength + this.tailBytes;
  }

  /** null: nobody needed the document yet. */
  get length(): TextLength | null {
    return this.held && { seq: this.seq, characters: charactersOf(this.held) };
  }

  /** Takes over committed rows. A hole is never skipped: what is behind it waits for the log to be read again. */
  follow(rows: readonly LogRow[]): void {
    for (const row of rows) {
      if (row.seq <= this.seq) continue;
      if (row.seq !== this.seq + 1) return;
      if (this.held !== null) Y.applyUpdate(this.held, row.body);
      this.keep(row);
    }
  }

  /** The last number this lease has stored. */
  lastN(lease: number): number {
    return this.lastNs.get(lease) ?? 0;
  }

  /** The last number of each lease in the text. */
  leaseEnds(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.lastNs);
  }

  /** `schema`: what the section has in the database. */
  needs(schema: number): void {
    this.schema = Math.max(this.schema, schema);
  }

  /** Judges an update of a program of this schema against exactly the text at `seq` and, if it is good, makes it the next row. */
  judge({ lease, schema }: Pick<Push, 'lease' | 'schema'>, n: number, body: Uint8Array): Refusal | (Acceptance & { readonly row: LogRow }) {
    this.lengthAtFirst ??= { seq: this.seq, characters: charactersOf(this.doc) };
    const judgement = judgeUpdate(this.doc, { bytes: body, lease, schema });
    if (!judgement.ok) {
      if (judgement.tainted) this.drop();
      return judgement;
    }
    const row = { seq: this.seq + 1, lease, n, body };
    this.needs(judgement.schema);
    this.keep(row);
    return { ...judgement, row };
  }

  /** What concurrent honest edits left incomplete is completed by the server, under a lease of its own (R11). */
  repair(serverLease: number): LogRow | null {
    const body = repairAfter(this.doc, serverLease);
    if (body === null) return null;
    const row = { seq: this.seq + 1, lease: serverLease, n: this.lastN(serverLease) + 1, body };
    this.keep(row);
    return row;
  }

  /** The whole text for somebody new, or what is missing in the text they hold. Encoded once a seq (R13). */
  state(stateVector?: Uint8Array): Uint8Array {
    if (stateVector !== undefined) return Y.encodeStateAsUpdate(this.doc, stateVector);
    if (this.tail.length > 0) {
      this.base = this.glimpse((doc) => Y.encodeStateAsUpdate(doc));
      this.tail = [];
      this.tailBytes = 0;
    }
    return this.base;
  }

  /**
   * The whole text for somebody new as it is at hand: a kept state, and the rows behind it if none of them takes anything away. The
   * gate lets nobody write into what is removed, so that no word in them is a deleted one (R8). No document is made for it.
   */
  parts(): TextParts {
    const isAtHand = this.held === null && this.base !== EMPTY && !this.tail.some(({ body }) => takesAway(body));
    const state = isAtHand ? this.base : this.state();
    return { seq: this.seq - this.tail.length, state, rows: this.frame(this.tail) };
  }

  /** Rows of this text as they are sent; null: there are none. */
  frame(rows: readonly LogRow[]): Uint8Array | null {
    const updates = rows.map(({ lease, body }) => ({ lease, bytes: body }));
    return rows[0] === undefined ? null : encodeApplied({ channel: this.channel, epoch: this.epoch, firstSeq: rows[0].seq, updates });
  }

  /** The text as a document, with the hash that every replica at this seq has (R2). */
  snapshot(): { seq: number; schema: number; hash: string; document: NodeJson } {
    const document = this.glimpse(toDocumentJson);
    return { seq: this.seq, schema: schemaOfDocument(document), hash: hashOfDocument(document), document };
  }

  /** The content hash at `seq`, made once a seq. */
  hash(): string {
    if (this.hashed?.seq !== this.seq) this.hashed = { seq: this.seq, hash: this.snapshot().hash };
    return this.hashed.hash;
  }

  /** Reads the text at `seq`; the document is neither changed nor kept. */
  read<T>(at: (doc: Y.Doc) => T): T {
    return at(this.doc);
  }

  takeUnsent(): LogRow[] {
    const rows = this.unsent;
    this.unsent = [];
    return rows;
  }

  private keep(row: LogRow): void {
    this.seq = row.seq;
    this.tail.push(row);
    this.tailBytes += row.body.byteLength;
    this.unsent.push(row);
    this.lastNs.set(row.lease, Math.max(row.n, this.lastN(row.lease)));
  }

  private get doc(): Y.Doc {
    return (this.held ??= this.made());
  }

  /** What is needed once takes no memory afterwards. */
  private glimpse<T>(at: (doc: Y.Doc) => T): T {
    if (this.held !== null) return at(this.held);
    const doc = this.made();
    try {
      return at(doc);
    } finally {
      doc.destroy();
    }
  }

  private made(): Y.Doc {
    return replicaOf([this.base, ...this.tail.map(({ body }) => body)], { gc: true });
  }

  /** Yjs cannot take back what it applied: the next one is made anew. */
  private drop(): void {
    this.held?.destroy();
    this.held = null;
  }
}

const takesAway = (update: Uint8Array): boolean => Y.decodeUpdate(update).ds.clients.size > 0;
