import { openConnection, type Answer, type Announcements, type OpenSocket, type SocketListener } from '@expert-forum/collab/client';
import type { SessionView } from '@expert-forum/contracts';
import { session } from '../session.fixture.js';

/** The server's side of a room, with a line that the test can cut. */
export class RoomServer {
  /** What whoever joins is told. */
  view: SessionView = session();
  /** Answers by command; what is not here is done. */
  answers: Partial<Record<string, Answer>> = {};
  /** Keeps the answers to joins back until the test lets them go. */
  holdsJoins = false;
  readonly asked: { readonly name: string; readonly payload: unknown }[] = [];
  private held: (() => void)[] = [];
  private listener: SocketListener | null = null;

  connect(): Announcements {
    return openConnection({ url: 'http://forum.example', ticket: () => Promise.resolve('ticket'), surroundings: { openSocket: this.openSocket } });
  }

  /** To whoever is in the room. */
  tell(view: SessionView): void {
    this.view = view;
    this.listener?.event('session:changed', { session: view });
  }

  cut(): void {
    this.listener?.closed();
  }

  /** Lets the answers go that were kept back. */
  letGo(): void {
    for (const answer of this.held.splice(0)) answer();
  }

  private readonly openSocket: OpenSocket = (_url, _handshake, listener) => {
    this.listener = listener;
    queueMicrotask(() => listener.opened());
    return {
      id: 'own',
      request: (name, payload) => this.answer(name, payload),
      send: () => undefined,
      close: () => undefined,
    };
  };

  private async answer(name: string, payload: unknown): Promise<Answer> {
    this.asked.push({ name, payload });
    const given = this.answers[name] ?? this.done(name);
    if (this.holdsJoins && name === 'session:join') await new Promise<void>((resolve) => this.held.push(resolve));
    return given;
  }

  private done(name: string): Answer {
    if (name === 'session:join') return { kind: 'done', value: { session: this.view, floorRequestId: null } };
    return { kind: 'done', value: name === 'floor:ask' ? { id: 'request-1' } : null };
  }
}
