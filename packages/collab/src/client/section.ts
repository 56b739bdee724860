import type { CommittedPush } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import type { AppliedFrame } from '../codec/applied-frame.js';
import { contentHash } from '../canonical/content-hash.js';
import { SCHEMA_VERSION } from '../schema/versions.js';
import type { Connection, ConnectionState, ConnectionUser } from './connection.js';
import { Deferred } from './deferred.js';
import { Emitter } from './emitter.js';
import { ForumProblem, localProblem, type ClientProblem } from './forum-problem.js';
import type { Parcel } from './outbox.js';
import { PARCEL_MAX_BYTES, pushParcel } from './push-parcel.js';
import { Presence } from './presence.js';
import { ReceivedSeqs } from './received-seqs.js';
import { reconnectDelay } from './reconnect-delay.js';
import type { Runtime } from './runtime.js';
import type { OutOfTurn } from './section-document.js';
import type { Live, SectionLife } from './section-life.js';
import { statusOf, type SectionStatus } from './section-status.js';
import type { SectionText, TextEvents } from './section-text.js';
import { leaseProblem, strayProblem } from './stray-problem.js';
import { readJoinAnswer, readPeople, readChange, type JoinAnswer, type PushOutcome, type Standing } from './section-wire.js';
import type { OutboxRow } from './storage/section-storage.js';

export interface SectionEvents extends Pick<TextEvents, 'replaced' | 'tray'> {
  status: SectionStatus;
}

export interface SettledAt {
  readonly epoch: number;
  readonly seq: number;
}

/** Own acknowledgements may overtake the updates before them by this much; then those are asked for. */
const GAP_MS = 2_000;
/** Times in a row that an editor may change the text by itself before the section is closed to it. */
const MOST_RENEWALS = 3;

const tooLarge = localProblem('update-too-large');

/** The talk with the server about one section: joins, sends what waits, receives what others wrote, and takes refusals. */
export class Section implements ConnectionUser {
  readonly events = new Emitter<SectionEvents>();
  readonly presence: Presence;
  readonly firstSync = new Deferred();
  private life: SectionLife = { kind: 'loading' };
  private standing: Standing | null = null;
  private lastRefusal: ClientProblem | null = null;
  private renewals = 0;
  private resyncs = 0;
  private readonly endUse: () => void;

  constructor(
    readonly sectionId: string,
    readonly text: SectionText,
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.presence = new Presence(connection, runtime, () => (this.life.kind === 'live' ? this.life.channel : null));
    text.events.on('changed', () => this.announce());
    text.events.on('replaced', (doc) => this.events.emit('replaced', doc));
    text.events.on('tray', (tray) => this.events.emit('tray', tray));
    text.events.on('stored', () => void this.pump());
    text.events.on('typed', (row) => this.typed(row));
    text.events.on('outOfTurn', (reason) => this.outOfTurn(reason));
    this.endUse = connection.use(this);
    void this.open();
  }

  get status(): SectionStatus {
    return statusOf({ life: this.life, standing: this.standing, text: this.text, connection: this.connection });
  }

  /** How far the text here is exactly the server's, and nothing under way on either side; null: it is not. */
  settledAt(): SettledAt | null {
    const { life, text } = this;
    if (life.kind !== 'live' || life.seqs.hasGap || text.outbox.size > 0 || text.isPaused || text.epoch === null) return null;
    return { epoch: text.epoch, seq: life.seqs.head };
  }

  /** Equal state vectors do not mean equal texts, so contents are compared, and only what is settled on both sides (R2). */
  contentHash(): { seq: number; hash: string } | null {
    const settled = this.settledAt();
    return settled && { seq: settled.seq, hash: contentHash(this.text.doc) };
  }

  /** Takes the whole text from the server once more, instead of what is here; what is not acknowledged stays in the outbox (R2). */
  reload(): void {
    if (this.life.kind !== 'live') return;
    this.text.doubt();
    this.resume();
  }

  async destroy(): Promise<void> {
    if (this.life.kind === 'destroyed') return;
    this.events.clear();
    this.giveUp(localProblem('section-closed'));
    this.life = { kind: 'destroyed' };
    this.endUse();
    this.connection.leave(this.sectionId);
    await this.text.close();
  }

  private async open(): Promise<void> {
    try {
      await this.text.load();
    } catch {
      return this.giveUp(localProblem('device-unreadable'));
    }
    if (this.life.kind === 'loading') this.resume();
  }

  // --- the connection ---

  changed(state: ConnectionState): void {
    const { kind } = this.life;
    if (kind === 'loading' || kind === 'renewing' || kind === 'destroyed') return; // these look when they are done
    if (state.kind === 'open') void this.join();
    else if (state.kind === 'refused') this.giveUp(state.problem);
    else this.life = { kind: 'waiting' };
    if (state.kind !== 'open') this.presence.forget();
    if (state.kind === 'waiting') void this.text.takeSpare(() => this.life.kind === 'waiting');
    this.announce();
  }

  event(name: string, payload: unknown): void {
    const people = readPeople(name, payload);
    if (people !== null) return this.presence.receive(people);
    const change = readChange(name, payload, this.sectionId);
    if (change === null || this.standing === null) return;
    this.standing = { ...this.standing, ...change.standing };
    const isNewEpoch = change.epoch !== undefined && change.epoch !== this.text.epoch;
    const wantsLease = this.standing.mayWrite.ok && this.text.lease === null;
    if (this.life.kind === 'live' && (isNewEpoch || wantsLease)) this.resume();
    else this.announce();
  }

  applied(frame: AppliedFrame): void {
    const { life } = this;
    if (life.kind === 'joining') life.early.push(frame);
    if (life.kind !== 'live' || frame.channel !== life.channel) return;
    if (frame.epoch !== this.text.epoch) return this.resume();
    const [head, last] = [life.seqs.head, frame.firstSeq + frame.updates.length - 1];
    const arrival = life.seqs.receive(frame.firstSeq, last);
    if (arrival === 'hole') return this.resume();
    if (arrival === 'known') return;
    const news = frame.updates.filter(({ lease }, index) => frame.firstSeq + index > head && !this.text.isOwn(lease));
    if (news.length > 0) this.text.receive(news.map(({ bytes }) => bytes), last);
  }

  shared(frame: AppliedFrame): void {
    const { life } = this;
    const last = frame.firstSeq + frame.updates.length - 1;
    const isEarly = life.kind === 'live' && frame.channel === life.channel && frame.firstSeq > life.seqs.head + 1;
    if (isEarly) this.runtime.after(GAP_MS, () => this.life === life && life.seqs.head < last && this.resume());
    else this.applied(frame);
  }

  /** Begins again from what is here: joins if there is a connection. */
  private resume(): void {
    this.life = { kind: 'waiting' };
    this.changed(this.connection.state);
  }

  private resumeLater(ms: number): void {
    const waiting: SectionLife = { kind: 'waiting' };
    this.life = waiting;
    this.runtime.after(ms, () => this.life === waiting && this.resume());
  }

  private async join(): Promise<void> {
    const joining: SectionLife = { kind: 'joining', early: [] };
    this.life = joining;
    const { leasesInUse, leasesWanted } = this.text;
    const command = { sectionId: this.sectionId, schema: SCHEMA_VERSION, ...this.text.known(), resume: leasesInUse, fresh: leasesWanted };
    const answer = readJoinAnswer(await this.connection.request('section:join', command));
    if (this.life !== joining) return;
    if (answer.kind === 'unknown') return this.connection.replaceSocket();
    if (answer.kind === 'refused') return this.joinRefused(answer.problem);
    this.standing = answer.value; // now: an announcement may change them while the lease is being held
    const [lease] = this.text.lease === null && answer.value.mayWrite.ok ? answer.value.granted : [];
    if (lease !== undefined) await this.text.hold(lease);
    if (this.life === joining) this.joined(answer.value, joining.early, lease);
  }

  private joined(answer: JoinAnswer, early: readonly AppliedFrame[], lease: number | undefined): void {
    const { channel, epoch, schema, seq, state } = answer;
    const live: SectionLife = { kind: 'live', channel, seqs: new ReceivedSeqs(seq), inFlight: null };
    this.life = live;
    this.text.take({ epoch, schema, seq, bytes: state });
    if (this.life !== live) return; // the editor changed the text in answer, or the lease is lost
    for (const resumed of answer.leases) this.text.confirm(resumed.lease, resumed.lastN, seq, seq);
    for (const granted of answer.granted) if (granted !== lease) this.text.keepSpare(granted, epoch);
    if (lease !== undefined) this.text.assume(lease);
    this.firstSync.resolve();
    this.presence.joined();
    this.announce();
    const orphan = this.text.outbox.rows.find((row) => !answer.leases.some((resumed) => resumed.lease === row.lease));
    if (orphan !== undefined) return void this.remake(() => this.text.renew(leaseProblem, orphan));
    for (const frame of early) this.applied(frame);
    void this.pump();
  }

  private joinRefused(problem: ClientProblem): void {
    if (problem.code === 'epoch-changed') return void this.remake(() => this.text.endEpoch(problem));
    if (problem.status !== 429 && problem.status < 500) return this.giveUp(problem);
    this.resumeLater((problem.retryAfter ?? 1) * 1000);
  }

  /** Final until somebody changes something. What is unsent stays on the device. */
  private giveUp(problem: ClientProblem): void {
    this.life = { kind: 'refused', problem };
    this.firstSync.reject(new ForumProblem(problem));
    this.text.abandon(problem);
    this.announce();
  }

  // --- typing ---

  private typed(row: OutboxRow): void {
    this.announce();
    const { standing, life } = this;
    if (standing?.mayWrite.ok !== false || life.kind === 'renewing') return;
    const problem = localProblem(standing.mayWrite.problem);
    void this.remake(() => this.text.renew(problem, row));
  }

  private outOfTurn(reason: OutOfTurn): void {
    const { life, standing, lastRefusal, text } = this;
    if (life.kind === 'renewing') life.strayed = reason;
    if (life.kind === 'renewing' || life.kind === 'destroyed') return;
    if (this.renewals >= MOST_RENEWALS) return this.giveUp(localProblem('editor-changed-text'));
    const problem = strayProblem(reason, { life, standing, wasEditable: text.wasEditable, lastRefusal });
    void this.remake(async () => void (this.renewals = (await text.renew(problem, null)) > 0 ? 0 : this.renewals + 1));
  }

  private async pump(): Promise<void> {
    const { life } = this;
    if (life.kind !== 'live' || life.inFlight !== null) return;
    const parcel = this.text.outbox.nextParcel(PARCEL_MAX_BYTES);
    const first = parcel?.rows[0];
    if (parcel === null || first === undefined) return;
    if (first.bytes.byteLength > LIMITS.update.bytes) return void this.remake(() => this.text.renew(tooLarge, first));
    if (!this.text.keepsLease) return this.outOfTurn('lease-lost');
    life.inFlight = parcel;
    const { connection, runtime } = this;
    const outcome = await pushParcel({ connection, runtime, channel: life.channel, isCurrent: () => this.life === life }, parcel);
    if (this.life !== life) return; // a new join has asked what became of it
    life.inFlight = null;
    this.settle(outcome, parcel, life);
  }

  private settle(outcome: PushOutcome, parcel: Parcel, live: Live): void {
    const { lease, rows } = parcel;
    switch (outcome.kind) {
      case 'committed':
        [this.renewals, this.resyncs] = [0, 0];
        live.seqs.acknowledge(outcome.firstSeq, outcome.lastSeq);
        this.share(parcel, outcome, live.channel);
        if (live.seqs.hasGap) this.runtime.after(GAP_MS, () => this.life === live && live.seqs.hasGap && this.resume());
        this.text.confirm(lease, outcome.n, outcome.lastSeq, live.seqs.head);
        return void this.pump();
      case 'rejected': {
        const refused = rows.find((row) => row.n >= outcome.n) ?? null;
        this.lastRefusal = outcome.problem;
        return void this.remake(() => this.text.renew(outcome.problem, refused));
      }
      case 'resync':
        this.resyncs += 1;
        return this.resumeLater(this.resyncs === 1 ? 0 : reconnectDelay(this.resyncs, () => this.runtime.random()));
      case 'taken':
      case 'unknown':
        return this.connection.replaceSocket();
    }
  }

  private share({ epoch, lease, rows }: Parcel, { firstSeq, lastSeq }: CommittedPush, channel: number): void {
    if (lastSeq - firstSeq + 1 !== rows.length) return; // some had been committed before: then everybody here has joined anew since
    this.connection.share({ channel, epoch, firstSeq, updates: rows.map(({ bytes }) => ({ lease, bytes })) }, this);
  }

  /** Stops the talk while the text is made anew, then begins it again. */
  private async remake(work: () => Promise<unknown>): Promise<void> {
    const renewing: SectionLife = { kind: 'renewing', strayed: null };
    this.life = renewing;
    this.announce();
    try {
      await work();
    } catch {
      return this.giveUp(localProblem('device-unreadable'));
    }
    if (this.life !== renewing) return;
    this.life = { kind: 'waiting' };
    if (renewing.strayed === null) this.resume();
    else this.outOfTurn(renewing.strayed);
  }

  private announce(): void {
    this.events.emit('status', this.status);
  }
}
