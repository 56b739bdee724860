import { decodeApplied, encodeParts, encodePush, newParagraphId, oneFrameParser, PART_MAX_BYTES, PROTOCOL_VERSION, SCHEMA_VERSION, SOCKET_TABLES } from '@expert-forum/collab';
import { CLIENT_COMMANDS, type CommittedPush, type JoinedSection, type PresenceNews, type Problem } from '@expert-forum/contracts';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import type { RunningForum, Visitor } from '../client/demonstration.fixture.js';

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem & { kind?: string; n?: number } };

/** A program that keeps to no rule but those of the socket. */
export class RawConnection {
  readonly doc = new Y.Doc({ gc: false });
  /** What it was sent of others' updates and of presence. */
  readonly applied: Uint8Array[] = [];
  readonly presence: PresenceNews[] = [];
  joined: JoinedSection | null = null;

  /** The name that the server has for it. */
  readonly id: string;

  private constructor(readonly socket: Socket) {
    this.id = socket.id ?? '';
    socket.on('update:applied', (frame: Uint8Array) => this.applied.push(frame));
    socket.on('presence:changed', (news: PresenceNews) => this.presence.push(news));
  }

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

  /** `auth`: what it says of its program. */
  static async of({ url }: Pick<RunningForum, 'url'>, { signedIn }: Visitor, auth: object = {}): Promise<RawConnection> {
    return RawConnection.open(url, { ticket: await signedIn.ticket(), ...auth });
  }

  async ask<T>(name: (typeof CLIENT_COMMANDS)[number], ...payload: unknown[]): Promise<Answer<T>> {
    if (!this.socket.connected) throw new Error('the line is cut'); // socket.io would keep it for ever
    return this.socket.emitWithAck(name, ...payload);
  }

  /** With a lease of its own, which is the document's from now on. */
  async join(sectionId: string): Promise<JoinedSection> {
    const answer = await this.ask<JoinedSection>('section:join', { sectionId, schema: SCHEMA_VERSION, resume: [], fresh: 1 });
    if (!answer.ok) throw new Error(answer.problem.code);
    this.joined = answer.value;
    Y.applyUpdate(this.doc, new Uint8Array(answer.value.state), 'server');
    for (const { channel, updates } of this.applied.map(decodeApplied)) {
      if (channel === answer.value.channel) updates.forEach(({ bytes }) => Y.applyUpdate(this.doc, bytes, 'server')); // what came before the answer
    }
    this.doc.clientID = answer.value.granted[0] ?? 0;
    return answer.value;
  }

  get lease(): number {
    return this.doc.clientID;
  }

  get channel(): number {
    return this.joined?.channel ?? 1;
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

  append(element: Y.XmlElement | Y.XmlText): Uint8Array {
    return this.change((body) => body.insert(body.length, [element]));
  }

  push(
    updates: Uint8Array[],
    { firstN = 1, lease = this.lease, epoch = this.joined?.epoch ?? 1, channel = this.channel } = {},
  ): Promise<Answer<CommittedPush>> {
    return this.ask('update:push', encodePush({ channel, epoch, lease, firstN, updates }));
  }

  /** In one frame, or in parts if it is too large for that; the answer to the last of them. */
  async send(update: Uint8Array): Promise<Answer<CommittedPush | null>> {
    if (update.byteLength <= PART_MAX_BYTES) return this.push([update]);
    const parts = encodeParts({ channel: this.channel, epoch: this.joined?.epoch ?? 1, lease: this.lease, n: 1 }, update);
    const answers = await Promise.all(parts.map((part) => this.ask<CommittedPush | null>('update:part', part)));
    return answers.at(-1) ?? { ok: true, value: null };
  }

  /** A frame as it is, whatever it claims to be. */
  write(frame: string | Uint8Array): void {
    this.socket.io.engine.write(frame);
  }

  /** Resolves with the first news of presence of which this is true, past or to come. */
  told(isIt: (news: PresenceNews) => boolean): Promise<PresenceNews> {
    const known = this.presence.find(isIt);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => {
      this.socket.on('presence:changed', (news: PresenceNews) => {
        if (isIt(news)) resolve(news);
      });
    });
  }

  /** Resolves with the announced reason when the server closes. */
  closed(): Promise<{ code: number; problem: Problem }> {
    return new Promise((resolve) => this.socket.once('connection:closing', resolve));
  }

  /** Resolves when the line is cut. */
  cut(): Promise<void> {
    return new Promise((resolve) => this.socket.once('disconnect', () => resolve()));
  }

  close(): void {
    this.socket.close();
  }
}

export const paragraph = (...children: (Y.XmlText | Y.XmlElement)[]): Y.XmlElement => block('paragraph', ...children);

export function block(name: string, ...children: (Y.XmlText | Y.XmlElement)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.setAttribute('id', newParagraphId());
  element.insert(0, children);
  return element;
}

export const firstOf = (body: Y.XmlFragment): Y.XmlElement => {
  const first = body.get(0);
  if (!(first instanceof Y.XmlElement)) throw new Error('there is no block');
  return first;
};
