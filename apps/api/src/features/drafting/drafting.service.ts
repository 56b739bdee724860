import { setImmediate } from 'node:timers/promises';
import type { PushFrame } from '@expert-forum/collab';
import { CLOSE_CODES, type CommittedPush, type JoinedSection, type JoinSection } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { bufferedBytes } from '../../platform/realtime/buffered-bytes.js';
import { closeConnection } from '../../platform/realtime/close-connection.js';
import type { ForumServer, ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { Turns } from '../../platform/turns.js';
import { Presence } from './doors/presence.js';
import { DraftingEngine } from './engine/drafting-engine.js';
import { PushRefused } from './engine/push-refused.js';
import type { PushOutcome } from './engine/push.js';
import { DraftingStore, type SectionHead, type Writer } from './store/drafting-store.js';
import { TextWatch } from './text-watch.js';

const JOINS_AT_ONCE = 4;

const roomOf = (channel: number): string => `section:${channel}`;
const writerOf = ({ id, data: { identity } }: ForumSocket): Writer => ({
  loginId: identity.loginId,
  mandateId: identity.actor.mandateId,
  connectionId: id,
  ordinal: identity.ordinal,
});

/** What connections do with sections. */
@Injectable()
export class DraftingService implements OnModuleDestroy {
  readonly engine: DraftingEngine;
  readonly presence: Presence;
  readonly watch = new TextWatch();
  private readonly logger = new Logger(DraftingService.name);
  /** Sections that a connection has joined, by their id. */
  private readonly joined = new WeakMap<ForumSocket, Map<string, number>>();
  private readonly followers: (() => void)[] = [];
  /** Where many come at once, the first is in before the last has asked. */
  private readonly turns = new Turns(JOINS_AT_ONCE);
  private server: ForumServer | null = null;
  private isDraining = false;
  /** Connections that are being sent to another node, and what each was last to be answered. */
  private readonly leaving = new WeakSet<ForumSocket>();
  private readonly lastPush = new WeakMap<ForumSocket, Promise<unknown>>();

  constructor(
    private readonly store: DraftingStore,
    private readonly doorbell: Doorbell,
  ) {
    this.engine = new DraftingEngine(store, {
      applied: (channel, frame, except) => {
        this.room(channel, except)?.emit('update:applied', frame);
        this.watch.committed(channel);
      },
      outgrown: (channel, schema) => this.closeOlder(channel, schema),
      // Whoever comes a moment later reads what is committed, and polls.
      committed: (channel, seq) => {
        if (!doorbell.isAlone) doorbell.ring('text', String(channel), String(seq));
      },
      isRead: (channel) => (this.readers(channel)?.size ?? 0) > 0,
      isAlone: () => doorbell.isAlone,
      failed: (error) => this.logger.error(error),
    });
    this.presence = new Presence({
      toSection: (news, except) => this.server?.to(roomOf(news.channel)).except([...except]).emit('presence:changed', news),
      toConnection: (connection, news) => this.server?.to(connection).emit('presence:changed', news),
      keepsUp: (connection) => this.keepsUp(connection),
    });
  }

  /** From now on it hears of other nodes: without readers there is nobody to tell. */
  serve(server: ForumServer): void {
    this.server = server;
    this.doorbell.onRing('text', (channel, seq) => this.engine.heard(Number(channel), Number(seq)));
  }

  /** What was pushed is answered; then everybody is told to come back. */
  async onModuleDestroy(): Promise<void> {
    this.isDraining = true;
    await this.engine.drained();
    await setImmediate(); // the answers are on their way, but not yet in the sockets
    this.presence.stop();
    for (const { socket } of this.connections()) closeConnection(socket, CLOSE_CODES.draining, 'draining', 1);
  }

  /** Answers what it has pushed, takes nothing more of it, and tells it to come back in so many seconds: to another node. */
  async sendElsewhere(socket: ForumSocket, retryAfter: number): Promise<void> {
    this.leaving.add(socket);
    await this.lastPush.get(socket)?.catch(() => undefined);
    await setImmediate(); // the answer is on its way, but not yet in the socket
    closeConnection(socket, CLOSE_CODES.draining, 'draining', retryAfter);
  }

  async join(socket: ForumSocket, command: JoinSection): Promise<JoinedSection> {
    this.demandStaying(socket);
    const { schema, epoch, stateVector, resume } = command;
    const { head, mayWrite, leases, granted } = await this.turns.run(() => this.admit(socket, command));
    // Whoever has typed here before passes over their own updates in what the room is sent.
    const isNew = epoch === undefined && stateVector === undefined && resume.length === 0;
    // In one look: what is committed after it reaches the room, what was committed before is in the state or sent with it.
    const { seq, state, followed } = await this.engine.look(head.channel, (text) => {
      if (text.epoch !== head.epoch) throw new ProblemException('epoch-changed');
      if (Math.min(schema, socket.data.schema) < text.schema) throw new ProblemException('schema-too-old');
      const { seq, state, rows } = isNew ? text.parts() : { seq: text.seq, state: text.state(stateVector), rows: null };
      const followed = this.enter(socket, head);
      if (rows !== null) socket.emit('update:applied', rows);
      return { seq, state, followed };
    });
    await followed;
    const { channel, phase, phaseChangedAt } = head;
    return { channel, epoch: head.epoch, schema: head.schema, seq, phase, phaseChangedAt: phaseChangedAt.toISOString(), mayWrite, leases, granted, state };
  }

  leave(socket: ForumSocket, sectionId: string): void {
    const channel = this.joined.get(socket)?.get(sectionId);
    if (channel === undefined) return;
    this.joined.get(socket)?.delete(sectionId);
    void socket.leave(roomOf(channel));
    this.left(socket, channel);
  }

  leaveAll(socket: ForumSocket): void {
    for (const channel of this.joined.get(socket)?.values() ?? []) this.left(socket, channel);
    this.joined.delete(socket);
  }

  /** @throws PushRefused */
  push(socket: ForumSocket, frame: PushFrame): Promise<CommittedPush> {
    this.demandStaying(socket);
    this.demandJoined(socket, frame.channel);
    const answered = new Promise<CommittedPush>((resolve, reject) => {
      const answer = (outcome: PushOutcome): void => {
        if (outcome.kind === 'committed') resolve({ n: outcome.n, firstSeq: outcome.firstSeq, lastSeq: outcome.lastSeq });
        else reject(new PushRefused(outcome));
      };
      this.engine.push({ ...frame, schema: socket.data.schema, writer: writerOf(socket), answer });
    });
    this.lastPush.set(socket, answered);
    return answered;
  }

  /** @throws ProblemException */
  demandJoined(socket: ForumSocket, channel: number): void {
    if (!socket.rooms.has(roomOf(channel))) throw new ProblemException('not-joined');
  }

  /** Tells when somebody has entered or left a section of this node. */
  onMove(follower: () => void): void {
    this.followers.push(follower);
  }

  /** The connection, if it has joined the section. */
  reader(connectionId: string, sectionId: string): ForumSocket | null {
    const socket = this.server?.sockets.sockets.get(connectionId);
    return socket !== undefined && this.joined.get(socket)?.has(sectionId) === true ? socket : null;
  }

  /** Connections of this node, with the sections each has joined. */
  connections(): { socket: ForumSocket; sections: ReadonlyMap<string, number> }[] {
    return [...(this.server?.sockets.sockets.values() ?? [])].map((socket) => ({ socket, sections: this.joined.get(socket) ?? new Map<string, number>() }));
  }

  private async admit(socket: ForumSocket, { sectionId, schema, epoch, resume, fresh }: JoinSection) {
    const writer = writerOf(socket);
    const { head, mayWrite } = found(await this.store.view(sectionId, socket.data.identity.forumId, writer));
    if (schema < head.schema) throw new ProblemException('schema-too-old');
    if (epoch !== undefined && epoch !== head.epoch) throw new ProblemException('epoch-changed');
    this.demandRoom(socket, head.channel);
    const leases = await this.store.resumeLeases(head, writer, resume);
    const granted = mayWrite.ok ? await this.store.grantLeases(head, writer, fresh) : [];
    return { head, mayWrite, leases, granted };
  }

  private demandStaying(socket: ForumSocket): void {
    if (this.isDraining || this.leaving.has(socket)) throw new ProblemException('draining', { retryAfter: 1 });
  }

  /** Whoever is in the section already takes no more room by joining again. */
  private demandRoom(socket: ForumSocket, channel: number): void {
    if (this.presence.find(channel, socket.id) !== null || this.presence.count(channel) < LIMITS.connections.perSection) return;
    throw new ProblemException('connections-exceeded', { retryAfter: 10 });
  }

  private enter(socket: ForumSocket, { id, channel }: SectionHead): Promise<void> {
    if (!socket.connected) throw new ProblemException('not-joined'); // it left while the text was read
    this.demandRoom(socket, channel); // others may have come while it was
    const sections = this.joined.get(socket) ?? new Map<string, number>();
    this.joined.set(socket, sections.set(id, channel));
    void socket.join(roomOf(channel));
    this.presence.enter(channel, socket.id, socket.data.identity);
    this.moved();
    return this.watch.opened(channel);
  }

  private left(socket: ForumSocket, channel: number): void {
    this.presence.leave(channel, socket.id);
    this.moved();
    const isEmpty = [...(this.readers(channel) ?? [])].every((id) => id === socket.id);
    if (!isEmpty) return;
    this.engine.forget(channel);
    this.watch.closed(channel);
  }

  private moved(): void {
    for (const follower of this.followers) follower();
  }

  /** They leave the room at once, and are told why: the next frame does not reach them. */
  private closeOlder(channel: number, schema: number): void {
    for (const id of [...(this.readers(channel) ?? [])]) {
      const socket = this.server?.sockets.sockets.get(id);
      if (socket === undefined || socket.data.schema >= schema) continue;
      void socket.leave(roomOf(channel));
      closeConnection(socket, CLOSE_CODES.outdated, 'schema-too-old');
    }
  }

  private keepsUp(connection: string): boolean {
    const socket = this.server?.sockets.sockets.get(connection);
    return socket !== undefined && bufferedBytes(socket.conn) <= LIMITS.untaken.presenceBytes;
  }

  private readers(channel: number): ReadonlySet<string> | undefined {
    return this.server?.sockets.adapter.rooms.get(roomOf(channel));
  }

  private room(channel: number, except: string | null = null): ReturnType<ForumServer['to']> | null {
    const room = this.server?.to(roomOf(channel)) ?? null;
    return except === null ? room : (room?.except(except) ?? null);
  }
}
