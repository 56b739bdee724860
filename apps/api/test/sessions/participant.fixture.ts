import type { CLIENT_COMMANDS, JoinedSession, SessionView } from '@expert-forum/contracts';
import type { RawConnection } from '../drafting/raw-connection.fixture.js';

interface Wait {
  readonly isSo: (session: SessionView) => boolean;
  readonly resolve: (session: SessionView) => void;
}

/** A screen in the room of a session. */
export class Participant {
  session: SessionView;
  floorRequestId: string | null;
  /** Everything the room was told, as it came. */
  readonly heard: SessionView[] = [];
  private waits: Wait[] = [];

  private constructor(
    readonly raw: RawConnection,
    joined: JoinedSession,
  ) {
    this.session = joined.session;
    this.floorRequestId = joined.floorRequestId;
  }

  static async enter(raw: RawConnection, sessionId: string): Promise<Participant> {
    const early: SessionView[] = [];
    const keep = ({ session }: { session: SessionView }): number => early.push(session);
    raw.socket.on('session:changed', keep);
    const answer = await raw.ask<JoinedSession>('session:join', { sessionId });
    if (!answer.ok) throw new Error(answer.problem.code);
    const participant = new Participant(raw, answer.value);
    raw.socket.off('session:changed', keep);
    raw.socket.on('session:changed', ({ session }: { session: SessionView }) => participant.hear(session));
    return participant;
  }

  /** Resolves when the room has been told what is waited for. */
  until(isSo: (session: SessionView) => boolean): Promise<SessionView> {
    if (isSo(this.session)) return Promise.resolve(this.session);
    return new Promise((resolve) => this.waits.push({ isSo, resolve }));
  }

  /** @throws the code of the problem */
  async must<T>(name: (typeof CLIENT_COMMANDS)[number], payload: object): Promise<T> {
    const answer = await this.raw.ask<T>(name, payload);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value;
  }

  leave(): void {
    this.raw.close();
  }

  private hear(session: SessionView): void {
    this.heard.push(session);
    this.session = session;
    const met = this.waits.filter(({ isSo }) => isSo(session));
    this.waits = this.waits.filter((wait) => !met.includes(wait));
    met.forEach(({ resolve }) => resolve(session));
  }
}
