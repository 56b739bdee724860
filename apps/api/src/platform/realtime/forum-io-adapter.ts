import { randomUUID } from 'node:crypto';
import { oneFrameParser, PROTOCOL_VERSION, SCHEMA_VERSION, SOCKET_TABLES } from '@expert-forum/collab';
import type { ClientCommands, Handshake, ServerEvents } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { DefaultEventsMap, Server, ServerOptions, Socket } from 'socket.io';
import { isAllowedOrigin } from '../auth/allowed-origin.js';
import { Logins, type ConnectionIdentity } from '../auth/logins.js';
import { Clock } from '../clock/clock.js';
import { ForumConfig } from '../config/forum-config.js';
import { ProblemException } from '../errors/problem-error.js';
import { toProblem } from '../errors/to-problem.js';
import { FrameOnceAdapter } from './frame-once-adapter.js';
import { TokenBucket } from './token-bucket.js';

export type ForumServer = Server<ClientCommands, ServerEvents, DefaultEventsMap, ConnectionData>;
export type ForumSocket = Socket<ClientCommands, ServerEvents, DefaultEventsMap, ConnectionData>;

export interface ConnectionData {
  readonly identity: ConnectionIdentity;
  /** When its holder last wrote by it. */
  activeAt: Date;
}

const PACKET_HEAD_BYTES = 1024;
const PING_MS = 10_000;

/** Sockets of the forum: websocket only, one binary frame an edit, a ticket for every connection. */
export class ForumIoAdapter extends IoAdapter {
  private readonly handshakes = new TokenBucket(LIMITS.connections.handshakesPerSecond, LIMITS.connections.handshakesPerSecond, () => Date.now());

  constructor(private readonly context: INestApplicationContext) {
    super(context);
  }

  override createIOServer(port: number, options?: ServerOptions): ForumServer {
    const config = this.context.get(ForumConfig);
    const settings: Partial<ServerOptions> = {
      ...options,
      parser: oneFrameParser(SOCKET_TABLES),
      adapter: FrameOnceAdapter,
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: LIMITS.frame.bytes + PACKET_HEAD_BYTES,
      // A cut line is noticed, and the carets behind it removed, within 20 s.
      pingInterval: PING_MS,
      pingTimeout: PING_MS,
      allowRequest: ({ headers }, decide) => decide(null, isAllowedOrigin(headers.origin, headers.host, config)),
    };
    const server: ForumServer = super.createIOServer(port, settings as ServerOptions);
    server.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(Object.assign(new Error('refused'), { data: toProblem(error, randomUUID()) })),
      );
    });
    return server;
  }

  /** @throws ProblemException */
  private async admit(socket: ForumSocket): Promise<void> {
    const { ticket, protocol, schema }: Partial<Handshake> = socket.handshake.auth;
    if (protocol !== PROTOCOL_VERSION || schema !== SCHEMA_VERSION) throw new ProblemException('client-too-old');
    if (!this.handshakes.take(1)) throw new ProblemException('rate-exceeded', { retryAfter: 1 });
    const identity = typeof ticket === 'string' ? await this.context.get(Logins).spendTicket(ticket) : null;
    if (identity === null) throw new ProblemException('ticket-invalid');
    const room = `member:${identity.actor.memberId}`;
    const open = socket.nsp.adapter.rooms.get(room)?.size ?? 0;
    if (open >= LIMITS.connections.perMember) throw new ProblemException('connections-exceeded', { retryAfter: 10 });
    const clock = this.context.get(Clock);
    Object.assign(socket.data, { identity, activeAt: clock.now() });
    socket.onAny((name: string) => {
      if (name === 'update:push' || name === 'update:part') socket.data.activeAt = clock.now();
    });
    await socket.join([room, `forum:${identity.forumId}`]);
  }
}

