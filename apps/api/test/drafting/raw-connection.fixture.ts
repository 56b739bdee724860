import { encodePush, oneFrameParser, PROTOCOL_VERSION, SCHEMA_VERSION, SOCKET_TABLES } from '@expert-forum/collab';
import { CLIENT_COMMANDS, type JoinedSection, type Problem } from '@expert-forum/contracts';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';

type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem & { kind?: string; n?: number } };

/** A program that keeps to no rule but those of the socket. */
export class RawConnection {
  readonly doc = new Y.Doc({ gc: false });
  joined: JoinedSection | null = null;

  private constructor(readonly socket: Socket) {}

  /** @throws the problem of a refused handshake */
  static open(url: string, auth: object, headers: Record<string, string> = {}): Promise<RawConnection> {
    const socket = io(url, {
      auth: { protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION, ...auth },
      parser: oneFrameParser(SOCKET_TABLES),
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(new RawConnection(socket)));
      socket.once('connect_error', (error: Error & { data?: Problem }) => {
        socket.close();
        reject(error.data ?? error);
      });
    });
  }

  async ask<T>(name: (typeof CLIENT_COMMANDS)[number], payload: unknown): Promise<Answer<T>> {
    return this.socket.emitWithAck(name, payload);
  }

  async join(sectionId: string): Promise<JoinedSection> {
    const answer = await this.ask<JoinedSection>('section:join', { sectionId, schema: SCHEMA_VERSION, resume: [], fresh: 1 });
    if (!answer.ok) throw new Error(answer.problem.code);
    this.joined = answer.value;
    Y.applyUpdate(this.doc, new Uint8Array(answer.value.state), 'server');
    this.doc.clientID = answer.value.granted[0] ?? 0;
    return answer.value;
  }

  get lease(): number {
    return this.doc.clientID;
  }

  /** The update that a change of the own document makes. */
  change(work: (body: Y.XmlFragment) => void): Uint8Array {
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array): number => updates.push(update);
    this.doc.on('update', keep);
    this.doc.transact(() => work(this.doc.getXmlFragment('body')));
    this.doc.off('update', keep);
    const [update] = updates;
    if (update === undefined) throw new Error('nothing was changed');
    return update;
  }

  push(updates: Uint8Array[], { firstN = 1, lease = this.lease, epoch = this.joined?.epoch ?? 1 } = {}): Promise<Answer<{ n: number }>> {
    return this.ask('update:push', encodePush({ channel: this.joined?.channel ?? 1, epoch, lease, firstN, updates }));
  }

  /** Resolves with the announced reason when the server closes. */
  closed(): Promise<{ code: number; problem: Problem }> {
    return new Promise((resolve) => this.socket.once('connection:closing', resolve));
  }

  close(): void {
    this.socket.close();
  }
}
