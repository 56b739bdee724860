import * as Y from 'yjs';
import { encodeApplied } from '../codec/applied-frame.js';
import { decodePush, type PushFrame } from '../codec/push-frame.js';
import { localProblem, type ClientProblem } from './forum-problem.js';
import type { Runtime } from './runtime.js';
import type { Answer, OpenSocket, SocketListener } from './socket-port.js';

const CHANNEL = 4;

/** Time that moves when the test says so. */
export class ManualRuntime implements Runtime {
  private time = 1_000_000;
  private timers: { at: number; work: () => void }[] = [];
  now = (): number => this.time;
  random = (): number => 0.5;
  after = (ms: number, work: () => void): (() => void) => {
    const timer = { at: this.time + ms, work };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  };

  async pass(ms: number): Promise<void> {
    this.time += ms;
    const due = this.timers.filter((timer) => timer.at <= this.time);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.work();
    await settled();
  }
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

interface Committed { lease: number; n: number; bytes: Uint8Array }

/** One section of a server, with a line that the test can cut. */
export class FakeServer {
  isUp = true;
  epoch = 1;
  mayWrite: unknown = { ok: true };
  /** ClientProblem that the next pushes are refused with. */
  refusal: ClientProblem | null = null;
  /** Commits the next push, but its answer never arrives. */
  losesAnswers = false;
  pushed: PushFrame[] = [];
  joins: JoinCommand[] = [];
  log: Committed[] = [];
  private leases = 100;
  private listeners: SocketListener[] = [];

  readonly openSocket: OpenSocket = (_url, _handshake, listener) => {
    queueMicrotask(() => (this.isUp ? listener.opened() : listener.closed()));
    this.listeners.push(listener);
    return {
      id: 'own',
      request: async (event, payload) => this.answer(event, payload, listener),
      send: () => undefined,
      close: () => (this.listeners = this.listeners.filter((other) => other !== listener)),
    };
  };

  cut(): void {
    this.isUp = false;
    for (const listener of [...this.listeners]) listener.closed();
  }

  announce(name: string, payload: unknown, sender?: SocketListener): void {
    for (const listener of this.listeners.filter((other) => other !== sender)) listener.event(name, payload);
  }

  /** Another member's committed update. */
  commit(bytes: Uint8Array, seq = this.log.push({ lease: 1, n: 0, bytes })): void {
    this.announce('update:applied', encodeApplied({ channel: CHANNEL, epoch: this.epoch, firstSeq: seq, updates: [{ lease: 1, bytes }] }));
  }

  get state(): Uint8Array {
    const doc = new Y.Doc();
    for (const { bytes } of this.log) Y.applyUpdate(doc, bytes);
    return Y.encodeStateAsUpdate(doc);
  }

  private async answer(event: string, payload: unknown, sender: SocketListener): Promise<Answer> {
    if (!this.isUp) return new Promise(() => undefined);
    if (event === 'update:push' && payload instanceof Uint8Array) return this.push(decodePush(payload), sender);
    if (event === 'section:join' && isJoin(payload)) return this.join(payload);
    return { kind: 'done', value: null };
  }

  private join(command: JoinCommand): Answer {
    this.joins.push(command);
    if (command.epoch !== undefined && command.epoch !== this.epoch) return { kind: 'refused', problem: localProblem('epoch-changed') };
    const { resume } = command;
    return {
      kind: 'done',
      value: {
        channel: CHANNEL, epoch: this.epoch, schema: 1, seq: this.log.length, phase: 'drafting', phaseChangedAt: '2026-01-01T15:40:00Z',
        mayWrite: this.mayWrite, state: this.state, granted: Array.from({ length: command.fresh }, () => (this.leases += 1)),
        leases: resume.map((lease) => ({ lease, lastN: this.lastN(lease) })),
      },
    };
  }

  private lastN(lease: number): number {
    return Math.max(0, ...this.log.filter((row) => row.lease === lease).map((row) => row.n));
  }

  private async push(frame: PushFrame, sender: SocketListener): Promise<Answer> {
    this.pushed.push(frame);
    if (this.refusal !== null) return { kind: 'refused', problem: this.refusal };
    const firstSeq = this.log.length + 1;
    for (const [index, bytes] of frame.updates.entries()) {
      const n = frame.firstN + index;
      if (n <= this.lastN(frame.lease)) continue;
      if (n > this.lastN(frame.lease) + 1 || this.leavesHole(bytes)) return { kind: 'refused', problem: { ...localProblem('update-gap'), kind: 'resync' } };
      this.log.push({ lease: frame.lease, n, bytes });
    }
    const updates = this.log.slice(firstSeq - 1);
    if (updates.length > 0) this.announce('update:applied', encodeApplied({ channel: CHANNEL, epoch: this.epoch, firstSeq, updates }), sender);
    if (this.losesAnswers) return new Promise(() => undefined);
    return { kind: 'done', value: { n: frame.firstN + frame.updates.length - 1, firstSeq, lastSeq: this.log.length } };
  }

  /** Whether the update stands on something the log does not hold (R4). */
  private leavesHole(bytes: Uint8Array): boolean {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.state);
    Y.applyUpdate(doc, bytes);
    return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  }
}

interface JoinCommand {
  readonly epoch?: number;
  readonly resume: readonly number[];
  readonly fresh: number;
}
const isJoin = (payload: unknown): payload is JoinCommand => typeof payload === 'object' && payload !== null && 'resume' in payload;
