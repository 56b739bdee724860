import { decodePart, decodePush, isStateVector, MalformedFrame, type PushFrame } from '@expert-forum/collab';
import {
  CLOSE_CODES,
  JoinSection,
  LeaveSection,
  MovePresence,
  type CommittedPush,
  type JoinedSection,
} from '@expert-forum/contracts';
import { WebSocketGateway, WebSocketServer, type OnGatewayDisconnect, type OnGatewayInit } from '@nestjs/websockets';
import { ProblemException } from '../../../platform/errors/problem-error.js';
import { closeConnection } from '../../../platform/realtime/close-connection.js';
import { BinaryCommand, Command } from '../../../platform/realtime/command.js';
import type { ForumServer, ForumSocket } from '../../../platform/realtime/forum-io-adapter.js';
import { DraftingService } from '../drafting.service.js';
import { JudgeReaders } from '../judge-readers.js';
import { PresenceLimit } from './presence-limit.js';
import { WaitingParts } from './waiting-parts.js';

/** What is kept of a connection between two of its messages. */
class Talk {
  readonly parts = new WaitingParts();
  readonly presence = new PresenceLimit(() => Date.now());
}

/** Sections over sockets: one line a handler, everything else is in the service. */
@WebSocketGateway()
export class DraftingGateway implements OnGatewayInit, OnGatewayDisconnect {
  @WebSocketServer()
  private readonly server: ForumServer;
  private readonly talks = new WeakMap<ForumSocket, Talk>();

  constructor(
    private readonly drafting: DraftingService,
    private readonly readers: JudgeReaders,
  ) {}

  afterInit(server: ForumServer): void {
    this.drafting.serve(server);
  }

  handleDisconnect(socket: ForumSocket): void {
    this.talks.get(socket)?.parts.stop();
    this.talks.delete(socket);
    this.drafting.leaveAll(socket);
  }

  @Command('section:join', JoinSection)
  async join(socket: ForumSocket, command: JoinSection): Promise<JoinedSection> {
    const { stateVector } = command;
    if (stateVector !== undefined && !isStateVector(stateVector)) {
      throw new ProblemException('input-invalid', { errors: [{ pointer: '/stateVector', code: 'isStateVector' }] });
    }
    const joined = await this.drafting.join(socket, command);
    void this.readers.judgeNewcomer(socket, command.sectionId, joined); // told behind the answer: it asks the database first
    return joined;
  }

  @Command('section:leave', LeaveSection)
  leave(socket: ForumSocket, { sectionId }: LeaveSection): null {
    this.drafting.leave(socket, sectionId);
    return null;
  }

  @BinaryCommand('update:push')
  push(socket: ForumSocket, bytes: Uint8Array): Promise<CommittedPush> {
    // The bytes are a view of what the socket read, which is reused.
    return this.drafting.push(socket, decoded(() => decodePush(bytes.slice())));
  }

  @BinaryCommand('update:part')
  async part(socket: ForumSocket, bytes: Uint8Array): Promise<CommittedPush | null> {
    const frame = decoded(() => decodePart(bytes.slice()));
    this.drafting.demandJoined(socket, frame.channel);
    const whole = decoded(() => this.talkWith(socket).parts.add(frame));
    return whole === null ? null : this.drafting.push(socket, asPush(whole));
  }

  @Command('presence:move', MovePresence)
  move(socket: ForumSocket, { channel, cursor }: MovePresence): null {
    this.drafting.demandJoined(socket, channel);
    const { problem, isLast } = this.talkWith(socket).presence.judge(cursor);
    if (isLast) closeConnection(socket, CLOSE_CODES.rate, 'rate-exceeded', 1);
    if (problem !== null) throw problem;
    this.drafting.presence.move(channel, socket.id, cursor);
    return null;
  }

  private talkWith(socket: ForumSocket): Talk {
    const talk = this.talks.get(socket) ?? new Talk();
    this.talks.set(socket, talk);
    return talk;
  }
}

const asPush = ({ bytes, n, ...head }: { channel: number; epoch: number; lease: number; n: number; bytes: Uint8Array }): PushFrame => ({
  ...head,
  firstN: n,
  updates: [bytes],
});

function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof MalformedFrame ? new ProblemException('frame-malformed') : error;
  }
}
