import { decodeApplied, type AppliedFrame } from '../codec/applied-frame.js';
import { MalformedFrame } from '../codec/malformed-frame.js';
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '../schema/versions.js';
import { Deferred } from './deferred.js';
import { ForumProblem, isProblem, type ClientProblem } from './forum-problem.js';
import { FrameBudget } from './frame-budget.js';
import { reconnectDelay } from './reconnect-delay.js';
import type { Runtime } from './runtime.js';
import type { Answer, OpenSocket, SocketPort } from './socket-port.js';

/** Asks for a new single-use ticket; called for every attempt. Rejects with a ForumProblem when the server refuses one. */
export type TicketSource = () => Promise<string>;

/** A connection's life. */
export type ConnectionState =
  | { kind: 'opening'; attempt: number }
  | { kind: 'open'; attempt: number; socket: SocketPort; since: number }
  /** Cut off; the next attempt is timed. */
  | { kind: 'waiting'; attempt: number }
  /** The server will not take this client again without a change: signed out, mandate withdrawn, too old. */
  | { kind: 'refused'; problem: ClientProblem }
  | { kind: 'ended' };

/** What uses the socket: each open section, and the announcements of a tab. */
export interface ConnectionUser {
  readonly sectionId: string | null;
  /** The connection was opened, was cut, or was refused. */
  changed(state: ConnectionState): void;
  applied(frame: AppliedFrame): void;
  /** What another user of this connection has had acknowledged; it may overtake what was committed before it. */
  shared(frame: AppliedFrame): void;
  event(name: string, payload: unknown): void;
}

/** A handshake or command without an answer after this is unknown, and the socket is replaced. */
const ANSWER_MS = 10_000;
/** A socket that lived this long was no failed attempt, nor was one over which something was committed: a bad line cuts sooner. */
const STEADY_MS = 5_000;

/** One socket to the server, opened again with jitter and a new ticket whenever it ends. */
export class Connection {
  readonly budget: FrameBudget;
  state: ConnectionState = { kind: 'opening', attempt: 0 };
  /** When the line was cut, in ms since 1970; null while it holds or is first tried. */
  cutSince: number | null = null;
  private readonly users = new Set<ConnectionUser>();
  private readonly unanswered = new Set<() => void>();
  private cancelTimer: () => void = () => undefined;
  private socket: SocketPort | null = null;
  /** Something was committed over this socket. */
  private hasServed = false;

  constructor(
    private readonly url: string,
    private readonly ticket: TicketSource,
    private readonly openSocket: OpenSocket,
    private readonly runtime: Runtime,
    private readonly onUnused: () => void,
  ) {
    this.budget = new FrameBudget(() => runtime.now());
    void this.open(0);
  }

  /** Answers a function that ends the use; after the last one the socket is closed. */
  use(user: ConnectionUser): () => void {
    this.users.add(user);
    return () => {
      this.users.delete(user);
      if (this.users.size === 0) this.end();
    };
  }

  /** Never rejects: what is not answered in time, or at all, is unknown. */
  async request(event: string, payload: unknown): Promise<Answer> {
    if (this.state.kind !== 'open') return { kind: 'unknown' };
    const given = new Deferred();
    const cancel = this.runtime.after(ANSWER_MS, given.resolve);
    this.unanswered.add(given.resolve);
    const unknown = given.promise.then((): Answer => ({ kind: 'unknown' }));
    const answer = await Promise.race([this.state.socket.request(event, payload), unknown]);
    cancel();
    this.unanswered.delete(given.resolve);
    this.hasServed ||= event === 'update:push' && answer.kind === 'done';
    return answer;
  }

  send(event: string, payload: unknown): void {
    if (this.state.kind === 'open') this.state.socket.send(event, payload);
  }

  /** Leaves a section unless something else on this connection still has it open. */
  leave(sectionId: string): void {
    if (![...this.users].some((user) => user.sectionId === sectionId)) this.send('section:leave', { sectionId });
  }

  /** The server sends no echo to a connection that has an acknowledgement; whoever else uses the connection learns it here. */
  share(frame: AppliedFrame, writer: ConnectionUser): void {
    for (const user of [...this.users]) if (user !== writer) user.shared(frame);
  }

  /** Tries now instead of when the pause ends: the network came back, or somebody asked for it. */
  retryNow(): void {
    if (this.state.kind === 'waiting') void this.open(this.state.attempt);
  }

  /** Gives up a socket that no longer answers. */
  replaceSocket(): void {
    if (this.state.kind === 'open') this.lost();
  }

  private async open(attempt: number): Promise<void> {
    this.cancelTimer();
    const opening: ConnectionState = { kind: 'opening', attempt };
    this.become(opening);
    this.cancelTimer = this.runtime.after(ANSWER_MS, () => this.failed(attempt));
    const ticket = await this.ticket().catch((reason: unknown) => {
      if (this.state === opening) this.withoutTicket(reason, attempt);
      return null;
    });
    if (ticket === null || this.state !== opening) return;
    const isCurrent = (): boolean => this.socket === socket;
    const socket: SocketPort = this.openSocket(this.url, { ticket, protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION }, {
      opened: () => isCurrent() && this.opened(socket, attempt),
      refused: (problem) => isCurrent() && this.turnedAway(problem, attempt),
      closed: () => isCurrent() && this.lost(),
      event: (name, payload) => isCurrent() && this.received(name, payload),
    });
    this.socket = socket;
  }

  private opened(socket: SocketPort, attempt: number): void {
    this.cancelTimer();
    this.cutSince = null;
    this.hasServed = false;
    this.become({ kind: 'open', attempt, socket, since: this.runtime.now() });
  }

  private received(name: string, payload: unknown): void {
    if (name === 'update:applied') {
      const frame = appliedFrame(payload);
      if (frame === null) return this.replaceSocket();
      for (const user of [...this.users]) user.applied(frame);
      return;
    }
    for (const user of [...this.users]) user.event(name, payload);
    if (name === 'connection:closing') this.closing(payload);
  }

  /** The server says why it closes. Whether a login or mandate still stands is asked again with the next ticket. */
  private closing(payload: unknown): void {
    const problem = typeof payload === 'object' && payload !== null && 'problem' in payload ? payload.problem : undefined;
    if (!isProblem(problem)) return;
    if (TOO_OLD.has(problem.code)) this.stop({ kind: 'refused', problem });
    else if (problem.code === 'draining') this.openLater(0, Math.max((problem.retryAfter ?? 0) * 1000, this.spread(0))); // to another node, when it is this one's turn
    else this.lost((problem.retryAfter ?? 0) * 1000);
  }

  private withoutTicket(reason: unknown, attempt: number): void {
    if (reason instanceof ForumProblem) this.turnedAway(reason.problem, attempt);
    else this.failed(attempt);
  }

  private turnedAway(problem: ClientProblem, attempt: number): void {
    if (isFinal(problem)) return this.stop({ kind: 'refused', problem });
    this.failed(attempt, (problem.retryAfter ?? 0) * 1000);
  }

  /** A socket that served was no failed attempt; a server that ends each one at once is asked ever more rarely. */
  private lost(atLeast = 0): void {
    const { state } = this;
    const wasSteady = state.kind === 'open' && (this.hasServed || this.runtime.now() - state.since >= STEADY_MS);
    this.failed(wasSteady || !('attempt' in state) ? 0 : state.attempt, atLeast);
  }

  /** Everybody who is refused in one moment is asked to wait for the same time: what spreads them comes on top of it (R16). */
  private failed(attempt: number, atLeast = 0): void {
    this.openLater(attempt, atLeast + this.spread(attempt));
  }

  private spread(attempt: number): number {
    return reconnectDelay(attempt + 1, () => this.runtime.random());
  }

  private openLater(attempt: number, delay: number): void {
    this.cutSince ??= this.runtime.now();
    this.stop({ kind: 'waiting', attempt: attempt + 1 });
    this.cancelTimer = this.runtime.after(delay, () => void this.open(attempt + 1));
  }

  private end(): void {
    this.stop({ kind: 'ended' });
    this.onUnused();
  }

  private stop(state: ConnectionState): void {
    this.cancelTimer();
    this.socket?.close();
    this.socket = null;
    for (const giveUp of this.unanswered) giveUp();
    this.become(state);
  }

  private become(state: ConnectionState): void {
    this.state = state;
    for (const user of [...this.users]) user.changed(state);
  }
}

const TOO_OLD = new Set(['client-too-old', 'schema-too-old']);

/** Signed out, without the right, or an older program: trying again changes nothing. A spent ticket is replaced by the next try. */
const isFinal = ({ status, code }: ClientProblem): boolean => code !== 'ticket-invalid' && (status === 401 || status === 403 || TOO_OLD.has(code));

/** Null for bytes that are no frame: the socket that brought them is not to be trusted. */
function appliedFrame(payload: unknown): AppliedFrame | null {
  try {
    return payload instanceof Uint8Array ? decodeApplied(payload) : null;
  } catch (error) {
    if (error instanceof MalformedFrame) return null;
    throw error;
  }
}
