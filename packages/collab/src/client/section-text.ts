import * as Y from 'yjs';
import { SCHEMA_VERSION } from '../schema/versions.js';
import { Emitter } from './emitter.js';
import { localProblem, type ClientProblem } from './forum-problem.js';
import { Outbox } from './outbox.js';
import { PageLeases } from './page-leases.js';
import { confirmedUpdates, renewedText } from './renewed-text.js';
import type { Runtime } from './runtime.js';
import { SavedWaiters } from './saved-waiters.js';
import { documentOf, newDocument, SectionDocument, type OutOfTurn } from './section-document.js';
import { SectionJournal } from './section-journal.js';
import type { PageLocks } from './storage/page-locks.js';
import type { OutboxRow, SectionKey, SectionStorage, SpareLease, TextBase, TrayItem } from './storage/section-storage.js';

export interface TextEvents {
  /** Something the status speaks of has changed. */
  changed: void;
  /** The text was made anew without what was refused: bind the editor to this document instead of the former one. */
  replaced: Y.Doc;
  tray: readonly TrayItem[];
  typed: OutboxRow;
  /** Typed updates have reached the disk and may be sent. */
  stored: void;
  outOfTurn: OutOfTurn;
}

const epochProblem = localProblem('epoch-changed');

/** Spare leases kept on the device, for as many offline reloads. */
const SPARES = 3;

/** The text of a section as this page has it: the shared document, its copy on the device, and what waits to be sent. */
export class SectionText {
  readonly events = new Emitter<TextEvents>();
  readonly outbox = new Outbox();
  tray: readonly TrayItem[] = [];
  /** Null until the device or the server has given a text. */
  epoch: number | null = null;
  /** When the server last confirmed something, in ms since 1970. */
  receivedAt: number | null = null;
  /** Whether this page could ever be typed in. */
  wasEditable = false;
  /** What is here is not what the server has: the next join asks for all of it. */
  private isDoubted = false;
  private page: SectionDocument;
  /** Number of the last update typed under the page's lease. */
  private lastN = 0;
  private spares: readonly SpareLease[] = [];
  private readonly saving = new SavedWaiters();
  private readonly journal: SectionJournal;
  private readonly leases: PageLeases;

  constructor(
    private readonly key: SectionKey,
    storage: SectionStorage,
    locks: PageLocks,
    private readonly runtime: Runtime,
  ) {
    this.journal = new SectionJournal(key, storage, this.outbox, runtime, () => this.events.emit('stored', undefined));
    this.leases = new PageLeases(key, locks);
    this.page = this.pageOf();
  }

  get doc(): Y.Doc {
    return this.page.doc;
  }

  /** The lease this page types under. */
  get lease(): number | null {
    return this.page.lease;
  }

  get keepsLease(): boolean {
    return this.page.keepsLease;
  }

  /** Leases with unsent updates, and the page's own: the connection must be bound to them. */
  get leasesInUse(): number[] {
    const { lease } = this.page;
    return [...new Set([...this.outbox.rows.map((row) => row.lease), ...(lease === null ? [] : [lease])])];
  }

  /** How many leases to ask for at the next join. */
  get leasesWanted(): 0 | 1 | 2 {
    const spare = this.spares.length < SPARES;
    if (this.page.lease === null) return spare ? 2 : 1;
    return spare ? 1 : 0;
  }

  isOwn(lease: number): boolean {
    return this.leases.has(lease);
  }

  saved(): Promise<void> {
    return this.saving.ask(this.outbox.rows);
  }

  /** Shows what the device has, with the unsent updates of pages that are gone. */
  async load(): Promise<void> {
    const before = await this.journal.load();
    for (const lease of new Set(before.outbox.map((row) => row.lease))) await this.leases.take(lease);
    const { text, outbox, spares, tray } = await this.journal.load(); // again: a page may have written until its lease was free
    this.epoch = text?.base.epoch ?? null;
    const left = outbox.filter((row) => this.leases.has(row.lease));
    const adopted = left.filter((row) => row.epoch === this.epoch);
    this.outbox.adopt(adopted);
    this.spares = spares;
    this.receivedAt = text === null ? null : (text.rows.at(-1) ?? text.base).at;
    this.page.receive([...confirmedUpdates(text), ...adopted.map((row) => row.bytes)]);
    this.setTray([...tray, ...this.withoutText(left.filter((row) => row.epoch !== this.epoch))]);
    if (this.epoch === null) this.leases.releaseAll(); // what the server has of them is not here
  }

  /** Puts updates whose epoch ended while nobody looked after them into the tray (R19). */
  private withoutText(refused: readonly OutboxRow[]): readonly TrayItem[] {
    if (refused.length === 0) return [];
    const { items } = renewedText(null, [], newDocument(), { key: this.key, refused, problem: epochProblem, at: this.runtime.now() });
    void this.journal.refuse(refused, items);
    return items;
  }

  /** Types on under a spare lease while the server cannot be asked for another (R1). */
  async takeSpare(mayTake: () => boolean): Promise<void> {
    for (const { epoch, lease } of this.spares) {
      if (this.page.lease !== null || epoch !== this.epoch || !(await this.leases.take(lease))) continue;
      const { spares } = await this.journal.load(); // another page may have typed under it until now
      if (this.page.lease === null && mayTake() && spares.some((spare) => spare.lease === lease)) this.assume(lease);
    }
  }

  keepSpare(lease: number, epoch: number): void {
    this.spares = [...this.spares, { epoch, lease }];
    void this.journal.addSpare({ epoch, lease });
  }

  /** Keeps other pages of this device from adopting the lease; to be called before it is assumed. */
  async hold(lease: number): Promise<void> {
    await this.leases.take(lease);
  }

  assume(lease: number): void {
    this.page.assume(lease);
    this.wasEditable = true;
    this.spares = this.spares.filter((spare) => spare.lease !== lease);
    this.lastN = 0;
    this.events.emit('changed', undefined);
  }

  /** What the server need not send again. */
  known(): { epoch?: number; stateVector?: Uint8Array } {
    if (this.epoch === null) return {};
    return this.isDoubted ? { epoch: this.epoch } : { epoch: this.epoch, stateVector: Y.encodeStateVector(this.doc) };
  }

  /** Takes what was missing here, or the whole text where there was none to trust. */
  take(base: Omit<TextBase, 'at'>): void {
    if (this.epoch === null) this.begin(base);
    else if (this.isDoubted) this.reload(base);
    else this.receive([base.bytes], base.seq);
  }

  /** Goes on showing the text, but nothing is typed in it until the server has given it anew (R2). */
  doubt(): void {
    this.isDoubted = true;
    this.page.retire();
    this.page = this.pageOf(this.doc);
    this.events.emit('changed', undefined);
  }

  private begin(base: Omit<TextBase, 'at'>): void {
    this.isDoubted = false;
    this.epoch = base.epoch;
    this.receivedAt = this.runtime.now();
    void this.journal.keepBase({ ...base, at: this.receivedAt });
    this.page.receive([base.bytes]);
  }

  /** The server's text with what is still to be sent, in a document of its own. */
  private reload(base: Omit<TextBase, 'at'>): void {
    this.isDoubted = false;
    this.receivedAt = this.runtime.now();
    void this.journal.keepBase({ ...base, at: this.receivedAt });
    this.replacePage(documentOf([base.bytes, ...this.outbox.rows.map((row) => row.bytes)]), []);
  }

  /** Takes committed updates up to `seq`. */
  receive(updates: readonly Uint8Array[], seq: number): void {
    this.journal.keepReceived({ seq, updates, at: this.runtime.now() });
    this.page.receive(updates);
    if (!this.page.keepsLease) this.events.emit('outOfTurn', 'lease-lost');
  }

  /**
   * Keeps received updates out of the document until the answer is called: an editor must not be redrawn while a letter is
   * being composed in it. They are on the device at once.
   */
  pause(): () => void {
    const { page } = this;
    page.hold();
    return () => {
      page.release();
      if (!page.keepsLease) this.events.emit('outOfTurn', 'lease-lost');
    };
  }

  get isPaused(): boolean {
    return this.page.isHolding;
  }

  /** The server has committed a lease's updates up to `lastN`; `head` is the seq up to which this page has everything. */
  confirm(lease: number, lastN: number, seq: number, head: number): void {
    if (this.outbox.acknowledge(lease, lastN) === 0) return;
    this.receivedAt = this.runtime.now();
    void this.journal.confirm(lease, lastN, seq);
    if (this.journal.wantsBase && this.epoch !== null && !this.page.isHolding) {
      const bytes = Y.encodeStateAsUpdate(this.doc);
      void this.journal.keepBase({ epoch: this.epoch, schema: SCHEMA_VERSION, seq: head, bytes, at: this.receivedAt });
    }
    this.saving.acknowledge(this.outbox.rows);
    this.events.emit('changed', undefined);
  }

  /**
   * Makes the text anew without the update `from` and what was typed after it; what they said goes to the tray (R17). So does, with
   * a problem, whatever else the text here says that nobody was sent. Answers how many paragraphs that were.
   */
  async renew(problem: ClientProblem | null, from: OutboxRow | null): Promise<number> {
    const { text } = await this.journal.load();
    const refused = from === null ? [] : this.outbox.takeFrom(from.lease, from.n);
    const refusal = problem && { key: this.key, refused, problem, at: this.runtime.now() };
    const { doc, items } = renewedText(text, this.outbox.rows, this.doc, refusal);
    void this.journal.refuse(refused, items);
    this.replacePage(doc, items);
    if (problem !== null && items.length + refused.length > 0) this.saving.refuse(refused, problem);
    return items.length;
  }

  /** What was typed on the text of an ended epoch is never replayed: it goes to the tray before anything is discarded (R19). */
  async endEpoch(problem: ClientProblem): Promise<void> {
    const { text } = await this.journal.load();
    const refused = this.outbox.takeAll();
    const refusal = refused.length === 0 ? null : { key: this.key, refused, problem, at: this.runtime.now() };
    const { items } = renewedText(text, [], this.doc, refusal);
    void this.journal.endEpoch(refused, items);
    this.leases.releaseAll();
    [this.epoch, this.spares] = [null, []];
    this.replacePage(undefined, items);
    if (refused.length > 0) this.saving.refuse(refused, problem);
  }

  async dismiss(itemId: string): Promise<void> {
    this.setTray(this.tray.filter((item) => item.id !== itemId));
    await this.journal.removeTrayItem(itemId);
  }

  /** No more answers to `saved()`: what is unsent stays in the outbox. */
  abandon(problem: ClientProblem): void {
    this.saving.abandon(problem);
  }

  async close(): Promise<void> {
    this.page.retire();
    await this.journal.flush();
    this.leases.end();
    this.events.clear();
  }

  private pageOf(doc?: Y.Doc): SectionDocument {
    return new SectionDocument({ typed: this.keepTyped, outOfTurn: (reason) => this.events.emit('outOfTurn', reason) }, doc);
  }

  private readonly keepTyped = (bytes: Uint8Array, lease: number): void => {
    if (this.epoch === null) return;
    this.lastN += 1;
    const row = { epoch: this.epoch, lease, n: this.lastN, bytes, at: this.runtime.now() };
    this.outbox.add(row);
    void this.journal.flush();
    this.events.emit('typed', row);
  };

  private replacePage(doc: Y.Doc | undefined, items: readonly TrayItem[]): void {
    this.page.retire();
    this.page = this.pageOf(doc);
    if (items.length > 0) this.setTray([...this.tray, ...items]);
    this.events.emit('replaced', this.doc);
  }

  private setTray(tray: readonly TrayItem[]): void {
    this.tray = tray;
    this.events.emit('tray', tray);
  }
}
