import { LIMITS } from '@expert-forum/domain';
import { ProblemException } from '../../../platform/errors/problem-error.js';
import { DraftingStore, StandingChanged, type DraftingTransaction, type LogRow, type TextHead, type TextSnapshot } from '../store/drafting-store.js';
import { LiveSection, type StoredText, type TextLength } from './live-section.js';
import type { Push, PushOutcome } from './push.js';
import { writeBatch } from './write-batch.js';

/** Whom the engine tells; all of it after the commit. */
export interface EngineListener {
  /** Rows for everybody in the section's room but, where one connection alone wrote them, that one. */
  applied(channel: number, frame: Uint8Array, exceptConnection: string | null): void;
  /** The next rows need this schema: whoever has an older program goes before they come (R11). */
  outgrown(channel: number, schema: number): void;
  /** Rows this node has committed: other nodes have to hear of them. */
  committed(channel: number, seq: number): void;
  /** Does anybody here read it? */
  isRead(channel: number): boolean;
  /** No other node is known to write. */
  isAlone(): boolean;
  /** Pushes that could not be stored, or a text that had to be dropped from memory. */
  failed(error: unknown): void;
}

interface Look {
  readonly at: (text: LiveSection) => void;
  readonly fail: (error: unknown) => void;
}

/** After a transaction of several pushes the next one waits so long, in ms: where many type, it costs hardly more than that of one. */
const GATHERING_MS = 3;
/** Times that a log may move away under a reader's eyes. */
const MOST_ATTEMPTS = 5;

/**
 * The texts of one node. One thing happens at a time: either one transaction for everything that waited, or a look at what
 * was committed (a join, news of another node). What arrives meanwhile waits together; on the quiet path nothing waits.
 */
export class DraftingEngine {
  /** In the order of use. */
  private readonly sections = new Map<number, LiveSection>();
  /** How far the readers of this node have been told; outlives a text that had to be dropped. */
  private readonly sent = new Map<number, { epoch: number; seq: number; schema: number }>();
  private pushes: Push[] = [];
  /** By the text that is looked at: those who wait together are shown the same one. */
  private readonly looks = new Map<number, Look[]>();
  private running: Promise<void> | null = null;
  private gathered: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: DraftingStore,
    private readonly listener: EngineListener,
    private readonly most: { readonly count: number; readonly bytes: number } = LIMITS.openTexts,
  ) {}

  push(push: Push): void {
    this.pushes.push(push);
    this.run();
  }

  /** Looks at a committed text, loading it if need be; nothing is written meanwhile, so that nothing can come in between. */
  look<T>(channel: number, at: (text: LiveSection) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const look: Look = {
        at: (text) => {
          try {
            resolve(at(text));
          } catch (error) {
            reject(error);
          }
        },
        fail: reject,
      };
      const waiting = this.looks.get(channel) ?? [];
      this.looks.set(channel, waiting);
      waiting.push(look);
      this.run();
    });
  }

  /** A node has committed up to `seq`: often this one, whose own doorbell it hears too. */
  async heard(channel: number, seq: number): Promise<void> {
    const told = this.sent.get(channel);
    if (told !== undefined && told.seq < seq) await this.catchUp([channel]);
  }

  /** Another node may have written to these: reads what is new and tells the readers here. */
  async catchUp(channels: readonly number[]): Promise<void> {
    await Promise.all(channels.filter((channel) => this.sent.has(channel)).map((channel) => this.look(channel, () => undefined)));
  }

  /** How far the readers of each open section have been told. */
  told(): ReadonlyMap<number, { epoch: number; seq: number }> {
    return this.sent;
  }

  /**
   * How long a text is and was before its first update was judged here: asked while its listeners are told, exactly what was
   * committed. null: none was.
   */
  lengthOf(channel: number): { readonly epoch: number; readonly first: TextLength; readonly now: TextLength } | null {
    const { epoch, length: now, lengthAtFirst: first } = this.sections.get(channel) ?? {};
    return epoch === undefined || !now || !first ? null : { epoch, first, now };
  }

  /** Nobody here reads it any more. */
  forget(channel: number): void {
    this.sections.delete(channel);
    this.sent.delete(channel);
  }

  /** Resolves when everything that was pushed so far is answered. */
  async drained(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private run(): void {
    this.running ??= this.work();
  }

  private async work(): Promise<void> {
    try {
      while (this.looks.size + this.pushes.length > 0) {
        for (const channel of [...this.looks.keys()]) {
          const looks = this.looks.get(channel) ?? [];
          this.looks.delete(channel);
          await this.show(channel, looks);
        }
        if (this.pushes.length > 0) await this.gathered;
        const batch = this.pushes.splice(0);
        if (batch.length === 0) continue;
        await this.commit(batch);
        if (batch.length > 1) this.gathered = new Promise((resolve) => setTimeout(resolve, GATHERING_MS));
      }
    } finally {
      this.running = null; // in the moment in which nothing waits: whatever comes a moment later runs anew
    }
  }

  /** Not to those who ask meanwhile: what they know already may have been committed after the head was read. */
  private async show(channel: number, looks: readonly Look[]): Promise<void> {
    try {
      const text = await this.upToDate(channel);
      looks.forEach(({ at }) => at(text));
    } catch (error) {
      looks.forEach(({ fail }) => fail(error));
    }
    this.spare([channel]);
  }

  private async commit(batch: readonly Push[]): Promise<void> {
    const channels = [...new Set(batch.map(({ channel }) => channel))];
    const outcomes = await this.write(channels, batch);
    const written = new Map<number, { pushes: Push[]; lastSeq: number }>(channels.map((channel) => [channel, { pushes: [], lastSeq: 0 }]));
    for (const [index, push] of batch.entries()) {
      const outcome = outcomes[index] ?? unknown(push);
      push.answer(outcome);
      const own = written.get(push.channel);
      own?.pushes.push(push);
      if (own !== undefined && outcome.kind === 'committed') own.lastSeq = Math.max(own.lastSeq, outcome.lastSeq);
    }
    for (const [channel, { pushes, lastSeq }] of written) {
      this.publish(channel, pushes);
      if (lastSeq > 0) this.listener.committed(channel, lastSeq);
    }
    this.spare(channels);
  }

  /** A text that nobody here reads is not kept: its last reader may have gone while it was written. */
  private spare(channels: readonly number[]): void {
    for (const channel of channels) {
      const text = this.sections.get(channel);
      this.sections.delete(channel);
      if (!this.listener.isRead(channel)) this.forget(channel);
      else if (text !== undefined) this.sections.set(channel, text);
    }
    this.makeRoom();
  }

  /** Gives the memory of texts back that were not used for longest. Their readers stay, and the next use loads them again. */
  private makeRoom(): void {
    let bytes = 0;
    for (const text of this.sections.values()) bytes += text.bytes;
    for (const [oldest, { bytes: size }] of this.sections) {
      const isLast = this.sections.size === 1;
      if (isLast || (this.sections.size <= this.most.count && bytes <= this.most.bytes)) return;
      this.sections.delete(oldest);
      bytes -= size;
    }
  }

  private async write(channels: readonly number[], batch: readonly Push[]): Promise<PushOutcome[]> {
    const work = (transaction: DraftingTransaction): Promise<PushOutcome[]> =>
      writeBatch(transaction, batch, { atHead: (each, head) => this.atHead(each, head) });
    try {
      return await this.store.write(batch, work, this.listener.isAlone());
    } catch (error) {
      // Memory may be ahead of the database, or behind it: the database alone knows.
      for (const channel of channels) this.sections.delete(channel);
      if (error instanceof StandingChanged) return this.write(channels, batch);
      this.listener.failed(error);
      return batch.map(unknown);
    }
  }

  /** Sends what is new; a connection that wrote all of it has its acknowledgement and needs no echo. */
  private publish(channel: number, pushes: readonly Push[]): void {
    const text = this.sections.get(channel);
    const rows = text?.takeUnsent() ?? [];
    const frame = text?.frame(rows) ?? null;
    if (text === undefined || frame === null) return;
    const { epoch, seq, schema } = text;
    if (schema > (this.sent.get(channel)?.schema ?? schema)) this.listener.outgrown(channel, schema);
    this.sent.set(channel, { epoch, seq, schema });
    this.listener.applied(channel, frame, onlyWriter(rows, pushes));
  }

  private async atHead(transaction: DraftingTransaction, head: TextHead): Promise<LiveSection> {
    const { channel, epoch } = head;
    const known = this.sections.get(channel);
    if (known?.epoch === epoch) {
      if (known.seq < head.seq) known.follow(await transaction.readLog(channel, known.seq));
      known.needs(head.schema);
      return known;
    }
    const { snapshot, from } = await this.beginning(channel, epoch);
    return this.keep(head, { snapshot, rows: await transaction.readLog(channel, from) });
  }

  /** A text that does not reach its head is no text (R7): between the two reads the log may have moved into a new epoch. */
  private async upToDate(channel: number): Promise<LiveSection> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const head = await this.store.head(channel);
      if (head === null) throw new ProblemException('section-removed');
      const known = this.sections.get(channel);
      const text = known?.epoch === head.epoch ? known : null;
      if (text !== null && text.seq >= head.seq) return text;
      const { snapshot, from } = text === null ? await this.beginning(channel, head.epoch) : { snapshot: null, from: text.seq };
      const log = await this.store.readLog(channel, head.epoch, from);
      const end = log.at(-1)?.seq ?? from;
      if (end < head.seq || (snapshot?.seq ?? 0) > head.seq) continue; // a state newer than the head: its last rows need a newer one
      // What was committed since may need a schema that this head does not know of yet.
      const rows = log.filter(({ seq }) => seq <= head.seq);
      if (text === null) return this.keep(head, { snapshot, rows });
      text.follow(rows);
      text.needs(head.schema);
      this.publish(channel, []);
      return text;
    }
    throw new Error(`the log of ${channel} does not reach its head`);
  }

  /** The state a text is loaded from, and the seq behind which its rows are needed: those too that readers here were not told. */
  private async beginning(channel: number, epoch: number): Promise<{ snapshot: TextSnapshot | null; from: number }> {
    const snapshot = await this.store.snapshot(channel, epoch);
    const sent = this.sent.get(channel);
    const from = snapshot?.seq ?? 0;
    return { snapshot, from: sent?.epoch === epoch ? Math.min(sent.seq, from) : from };
  }

  private keep({ channel, epoch, schema }: TextHead, stored: StoredText): LiveSection {
    const sent = this.sent.get(channel);
    const text = LiveSection.load({ channel, epoch }, stored, sent?.epoch === epoch ? sent.seq : null);
    text.needs(schema);
    this.sections.set(channel, text);
    this.publish(channel, []);
    this.sent.set(channel, { epoch, seq: text.seq, schema });
    return text;
  }
}

/** The connection that wrote every one of these rows, if it is one. */
function onlyWriter(rows: readonly LogRow[], pushes: readonly Push[]): string | null {
  const [only, ...others] = new Set(pushes.map(({ writer }) => writer.connectionId));
  const leases = new Set(pushes.map(({ lease }) => lease));
  return only !== undefined && others.length === 0 && rows.every(({ lease }) => leases.has(lease)) ? only : null;
}

const unknown = ({ firstN }: Push): PushOutcome => ({ kind: 'resync', problem: 'outcome-unknown', n: firstN });
