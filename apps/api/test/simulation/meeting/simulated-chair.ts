import type { ObjectionCallView } from '@expert-forum/contracts';
import type { MandatePerformer } from '../../../src/platform/ledger/performer.js';
import type { SimulatedDatabase } from '../database/simulated-database.js';
import type { Scheduler } from '../scheduler.js';
import type { SimulatedNode } from '../simulated-node.js';

/** Sees another text than the one that was asked about, now and then: the one that is there. */
const LOOKED_ANEW = 0.2;
/** Presses twice. */
const TWICE = 0.3;
const PATIENCE_MS = 5_000;

/** What a moderator is told to have agreed to. */
export interface Seen {
  readonly seq: number;
  readonly hash: string;
}

/** Who chairs the session: asks about the text, records that it is agreed, and takes it back. */
export class SimulatedChair {
  /** The texts that were before the moderator's eyes when something was recorded, by call. */
  readonly seen = new Map<string, Seen[]>();
  private call: ObjectionCallView | null = null;
  private isWaiting = false;

  constructor(
    private readonly by: MandatePerformer,
    private readonly sectionId: string,
    private readonly database: SimulatedDatabase,
    private readonly scheduler: Scheduler,
    private readonly node: () => SimulatedNode,
  ) {}

  /** How long a call still runs. */
  get waitsFor(): number {
    return this.call === null ? 0 : Math.max(new Date(this.call.closesAt).getTime() - Date.now(), 0);
  }

  /** The next step of a chair who waits for an answer before the next one. */
  async act(): Promise<void> {
    if (this.isWaiting) return;
    this.isWaiting = true;
    await this.next();
    this.isWaiting = false;
  }

  private async next(): Promise<void> {
    const { item, decisions } = this.database.meeting;
    if (item.state === 'pending') return this.activate();
    const latest = decisions.at(-1);
    if (latest !== undefined && latest.kind !== 'reopened') return this.correct(latest.id);
    if (this.call === null) return this.ask();
    if (this.waitsFor > 0) return;
    const { call } = this;
    this.call = null;
    const times = this.scheduler.happens(TWICE) ? 2 : 1;
    await Promise.all(Array.from({ length: times }, () => this.record(call)));
  }

  private activate(): void {
    this.scheduler.note('the chair puts the item on the table');
    Object.assign(this.database.meeting.item, { state: 'active', activatedAt: new Date() });
  }

  private async ask(): Promise<void> {
    await this.scheduler.travel('the chair asks for objections');
    this.call = await answered(this.node().meeting.objections.openCall(this.by, 'item', this.sectionId));
    this.scheduler.note(`the chair is answered: ${this.call === null ? 'refused' : `asked about ${this.call.seq}`}`);
  }

  private async record(call: ObjectionCallView): Promise<void> {
    const node = this.node();
    const text = this.scheduler.happens(LOOKED_ANEW) ? await this.look(node) : call;
    if (text === null) return;
    const seen = { seq: text.seq, hash: text.hash };
    this.seen.set(call.id, [...(this.seen.get(call.id) ?? []), seen]);
    await this.scheduler.travel(`the chair records that ${seen.seq} is agreed`);
    const decision = await answered(node.meeting.decisions.record(this.by, { callId: call.id, ...seen }));
    this.scheduler.note(`the chair is answered: ${decision === null ? 'refused' : 'agreed'}`);
  }

  private look({ service }: SimulatedNode): Promise<Seen | null> {
    const { channel } = this.database.sectionWith(this.sectionId);
    return answered(service.engine.look(channel, (section) => section.snapshot()));
  }

  private async correct(decisionId: string): Promise<void> {
    await this.scheduler.travel('the chair takes a decision back');
    const node = this.node();
    await answered(node.meeting.decisions.correct(this.by, 'session', { decisionId, to: 'drafting' }));
  }
}

/** null: it was refused, or nobody knows. A node that died never answers. */
const answered = <T>(answer: Promise<T>): Promise<T | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    void answer.catch(() => null).then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
