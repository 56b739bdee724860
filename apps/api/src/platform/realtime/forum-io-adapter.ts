import { randomUUID } from 'node:crypto';
import { OLDEST_SCHEMA_VERSION, oneFrameParser, PROTOCOL_VERSION, SCHEMA_VERSION, SOCKET_TABLES } from '@expert-forum/collab';
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
import { Readiness } from '../health/readiness.js';
import { answerMessages } from './answer-messages.js';
import { closeSlowConnections } from './close-slow-connections.js';
import { connectOnce } from './connect-once.js';
import { dropRequest, releaseRequest } from './drop-request.js';
import { FrameOnceAdapter } from './frame-once-adapter.js';
import { guardFrames, type EngineConnection } from './guard-frames.js';
import { messageHandlers } from './message-handlers.js';
import { refuseReattachment } from './refuse-reattachment.js';
import { TokenBucket } from './token-bucket.js';

export type ForumServer = Server<ClientCommands, ServerEvents, DefaultEventsMap, ConnectionData>;
export type ForumSocket = Socket<ClientCommands, ServerEvents, DefaultEventsMap, ConnectionData>;

export interface ConnectionData {
  readonly identity: ConnectionIdentity;
  /** Newest section schema that its program can show. */
  readonly schema: number;
  /** When its holder last wrote by it. */
  activeAt: Date;
}

/** Above the limit of a frame, so that what is too long is answered with a reason instead of a cut line. */
const LONGEST_READ_BYTES = 2 * LIMITS.frame.bytes;
/** A cut line is noticed, and the caret behind it removed, after two of these at the most. */
const PING_MS = LIMITS.presence.ttl / 3;
/** A connection that does not show its ticket within this time is closed. */
const TICKET_MS = 10_000;

/** What tests and measurements set otherwise. */
export interface AdapterOptions {
  readonly pingMs?: number;
  readonly handshakesPerSecond?: number;
}

function closeLine(this: ForumSocket): void {
  this.conn.close();
}

/** Sockets of the forum: websocket only, one binary frame an edit, a ticket for every connection. */
export class ForumIoAdapter extends IoAdapter {
  private readonly handshakes: TokenBucket;
  private readonly pingMs: number;
  private slowness: NodeJS.Timeout | undefined;

  constructor(
    private readonly context: INestApplicationContext,
    { pingMs = PING_MS, handshakesPerSecond = LIMITS.connections.handshakesPerSecond }: AdapterOptions = {},
  ) {
    super(context);
    this.pingMs = pingMs;
    this.handshakes = new TokenBucket(handshakesPerSecond, handshakesPerSecond, () => Date.now());
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
      maxHttpBufferSize: LONGEST_READ_BYTES,
      pingInterval: this.pingMs,
      pingTimeout: this.pingMs,
      connectTimeout: TICKET_MS,
      allowRequest: ({ headers }, decide) => decide(null, isAllowedOrigin(headers.origin, headers.host, config)),
    };
    const server: ForumServer = super.createIOServer(port, settings as ServerOptions);
    server.engine.use(refuseReattachment);
    server.engine.use(releaseRequest);
    server.engine.on('connection', (connection: EngineConnection) => guardFrames(server, connection));
    const clock = this.context.get(Clock);
    const noteActivity = function (this: ForumSocket, name: string): void {
      if (name === 'update:push' || name === 'update:part') this.data.activeAt = clock.now();
    };
    const answer = answerMessages<ForumSocket>(messageHandlers(this.context), (error) => this.logger.error(error));
    server.on('connection', (socket) => {
      dropRequest(socket);
      socket.onAny(noteActivity).onAny(answer);
    });
    this.slowness = closeSlowConnections(server);
    server.use(connectOnce());
    server.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => {
          const problem = toProblem(error, randomUUID());
          if (problem.code === 'internal') this.logger.error(error);
          next(Object.assign(new Error('refused'), { data: problem }));
        },
      );
    });
    return server;
  }

  /** All connections share one listener: what Nest has bound to this one is let go. */
  override bindMessageHandlers(): void {}

  /**
   * Nest calls this once a gateway; all of them have one stream of disconnections, so the first hears for all. The line of
   * whoever left is closed: it would stay open for nobody, and be counted nowhere.
   */
  override bindClientDisconnect(socket: ForumSocket, disconnected: (reason?: string) => void): void {
    if (socket.listenerCount('disconnect') === 0) socket.on('disconnect', disconnected).on('disconnect', closeLine);
  }

  override dispose(): Promise<void> {
    clearInterval(this.slowness);
    return super.dispose();
  }

  /** @throws ProblemException */
  private async admit(socket: ForumSocket): Promise<void> {
    const { ticket, protocol, schema }: Partial<Handshake> = socket.handshake.auth;
    const isKnown = typeof schema === 'number' && schema >= OLDEST_SCHEMA_VERSION && schema <= SCHEMA_VERSION;
    if (protocol !== PROTOCOL_VERSION || !isKnown) throw new ProblemException('client-too-old');
    if (this.context.get(Readiness).isDraining) throw new ProblemException('draining', { retryAfter: 0.2 });
    if (!this.handshakes.take(1)) throw new ProblemException('rate-exceeded', { retryAfter: 1 });
    const identity = typeof ticket === 'string' ? await this.context.get(Logins).spendTicket(ticket) : null;
    if (identity === null) throw new ProblemException('ticket-invalid');
    const room = `member:${identity.actor.memberId}`;
    const open = socket.nsp.adapter.rooms.get(room)?.size ?? 0;
    if (open >= LIMITS.connections.perMember) throw new ProblemException('connections-exceeded', { retryAfter: 10 });
    const data: ConnectionData = { identity, schema, activeAt: this.context.get(Clock).now() };
    Object.assign(socket.data, data);
    await socket.join([room, `forum:${identity.forumId}`]);
  }
}

