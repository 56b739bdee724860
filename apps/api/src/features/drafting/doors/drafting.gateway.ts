import { MalformedFrame, decodePart, decodePush, PartCollector, type PushFrame } from '@expert-forum/collab';
import {
  CLIENT_COMMANDS,
  CLOSE_CODES,
  JoinSection,
  LeaveSection,
  MovePresence,
  type CommittedPush,
  type JoinedSection,
} from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit } from '@nestjs/websockets';
import { ProblemException } from '../../../platform/errors/problem-error.js';
import { BinaryCommand, Command } from '../../../platform/realtime/command.js';
import type { ForumServer, ForumSocket } from '../../../platform/realtime/forum-io-adapter.js';
import { TokenBucket } from '../../../platform/realtime/token-bucket.js';
import { DraftingService } from '../drafting.service.js';
import { closeConnection } from './close-connection.js';

/** Sections over sockets: one line a handler, everything else is in the service. */
@WebSocketGateway()
export class DraftingGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer()
  private readonly server: ForumServer;
  private readonly parts = new WeakMap<ForumSocket, PartCollector>();

  constructor(private readonly drafting: DraftingService) {}

  afterInit(server: ForumServer): void {
    this.drafting.serve(server);
  }

  handleConnection(socket: ForumSocket): void {
    const now = (): number => Date.now();
    const frames = new TokenBucket(LIMITS.frame.perSecond, LIMITS.frame.burst, now);
    const bytes = new TokenBucket(LIMITS.frame.bytesPerSecond, 2 * LIMITS.update.bytes, now);
    socket.use(([name, payload], next) => {
      const size = payload instanceof Uint8Array ? payload.byteLength : 0;
      if (!CLIENT_COMMANDS.some((command) => command === name)) return closeConnection(socket, CLOSE_CODES.badInput, 'input-invalid');
      if (size > LIMITS.frame.bytes) return closeConnection(socket, CLOSE_CODES.badInput, 'update-too-large');
      if (!frames.take(1) || !bytes.take(size)) return closeConnection(socket, CLOSE_CODES.rate, 'rate-exceeded');
      next();
    });
  }

  handleDisconnect(socket: ForumSocket): void {
    this.drafting.leaveAll(socket);
  }

  @Command('section:join', JoinSection)
  join(socket: ForumSocket, command: JoinSection): Promise<JoinedSection> {
    return this.drafting.join(socket, command);
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
    const collector = this.parts.get(socket) ?? new PartCollector();
    this.parts.set(socket, collector);
    const whole = decoded(() => collector.add(decodePart(bytes.slice())));
    return whole === null ? null : this.drafting.push(socket, asPush(whole));
  }

  @Command('presence:move', MovePresence)
  move(socket: ForumSocket, { channel, cursor }: MovePresence): null {
    this.drafting.presence.move(channel, socket.id, cursor);
    return null;
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
