import type { Announcements } from '@expert-forum/collab/client';
import type { JoinedSession, SessionCommands, SessionView } from '@expert-forum/contracts';
import { isProblemCode } from '@expert-forum/domain';
import { ProblemError, Unreachable } from '../../../shared/api/problem-error.js';
import { changedSession, isJoined, requestIdOf } from './read-room.js';

export interface RoomState {
  /** As it was last told; null before that. It stays in sight while the line is cut. */
  readonly session: SessionView | null;
  /** `joined`: what is shown is what is. `refused`: the room cannot be entered. */
  readonly line: 'joining' | 'joined' | 'cut' | 'refused';
  /** Why it was refused. */
  readonly problem: ProblemError | null;
  /** Of the own request for the floor. */
  readonly requestId: string | null;
  /** By how many ms the clock of the forum is ahead of the one here. */
  readonly ahead: number;
}

export type CommandName = Exclude<keyof SessionCommands, 'session:join' | 'session:leave'>;

/**
 * The room of a session on one screen: joined after every opening of the line, told the whole session at every change, and the
 * way for what is done in it.
 */
export class Room {
  state: RoomState = { session: null, line: 'joining', problem: null, requestId: null, ahead: 0 };
  private readonly listeners = new Set<() => void>();
  private line: Announcements | null = null;
  /** Counts the joins: what an earlier one is answered is of no interest. */
  private joins = 0;
  /** Time of the last news since the present join: its answer may be older. */
  private newest = '';
  /** The most by which the clock of the forum was seen to be ahead since the present join. */
  private mostAhead = -Infinity;

  constructor(
    private readonly sessionId: string,
    private readonly open: () => Announcements,
    private readonly now: () => number = Date.now,
  ) {}

  /** Goes in. Answers a function that leaves. */
  enter(): () => void {
    const line = this.open();
    this.line = line;
    const stops = [
      line.on('announcement', ({ name, payload }) => {
        const session = changedSession(name, payload, this.sessionId);
        if (session !== null) this.told(session);
      }),
      line.on('state', ({ kind }) => {
        if (kind === 'open') void this.join();
        else this.cut();
      }),
    ];
    if (line.state === 'open') void this.join();
    return () => {
      this.joins += 1;
      for (const stop of stops) stop();
      void line.request('session:leave', { sessionId: this.sessionId });
      line.close();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly read = (): RoomState => this.state;

  /** @throws ProblemError when it is refused, Unreachable when no answer comes */
  async command<Name extends CommandName>(name: Name, payload: SessionCommands[Name]['payload']): Promise<void> {
    const value = await this.ask(name, payload);
    if (name === 'floor:ask') this.become({ requestId: requestIdOf(value) });
    if (name === 'floor:withdraw') this.become({ requestId: null });
  }

  /** Enters, and finds out what is going on. */
  async join(): Promise<void> {
    const join = (this.joins += 1);
    [this.newest, this.mostAhead] = ['', -Infinity];
    try {
      const answer = await this.ask('session:join', { sessionId: this.sessionId });
      if (join === this.joins && isJoined(answer)) this.joined(answer);
    } catch (error) {
      if (join !== this.joins) return;
      if (error instanceof ProblemError) this.become({ line: 'refused', problem: error });
      else if (this.line?.state === 'open') void this.join();
    }
  }

  private joined({ session, floorRequestId }: JoinedSession): void {
    this.become({ line: 'joined', problem: null, requestId: floorRequestId });
    this.told(session);
  }

  private told(session: SessionView): void {
    if (session.serverNow < this.newest) return;
    this.newest = session.serverNow;
    // News took a while to come: the least delay seen is nearest to the truth, and no countdown ends too early.
    this.mostAhead = Math.max(this.mostAhead, Date.parse(session.serverNow) - this.now());
    this.become({ session, ahead: this.mostAhead });
  }

  private cut(): void {
    this.joins += 1;
    if (this.state.line === 'joined') this.become({ line: 'cut' });
  }

  private async ask<Name extends keyof SessionCommands>(name: Name, payload: SessionCommands[Name]['payload']): Promise<unknown> {
    const answer = (await this.line?.request(name, payload)) ?? { kind: 'unknown' };
    switch (answer.kind) {
      case 'done':
        return answer.value;
      case 'refused': {
        const { code, ...problem } = answer.problem;
        throw new ProblemError({ ...problem, code: isProblemCode(code) ? code : 'internal' });
      }
      case 'unknown':
        throw new Unreachable('no answer');
    }
  }

  private become(change: Partial<RoomState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
