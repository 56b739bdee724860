import type { JoinedSession, SessionView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { found } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { ForumServer, ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { Attendance } from './attendance.js';
import { KeyedRuns } from '../../platform/keyed-runs.js';
import { ReadSessions } from './read-sessions.js';
import { SessionEntity } from './session.entity.js';

const roomOf = (sessionId: string): string => `session:${sessionId}`;

/**
 * The rooms of this node. Whatever changes a session, everybody in its room is sent the whole of it after the commit; a node
 * that missed the doorbell finds it out at the next beat.
 */
@Injectable()
export class SessionRooms implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SessionRooms.name);
  /** What each room was last told. */
  private readonly told = new Map<string, string>();
  /** One reading at a time a session: nobody is told less than before. */
  private readonly telling = new KeyedRuns((sessionId) => this.tellRoom(sessionId));
  private server: ForumServer | null = null;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly commands: CommandRunner,
    private readonly sessions: ReadSessions,
    private readonly attendance: Attendance,
    private readonly doorbell: Doorbell,
    announcer: Announcer,
  ) {
    announcer.subscribe((announcement) => this.announce(announcement));
    doorbell.onRing('session', (sessionId) => this.telling.run(sessionId));
    doorbell.onAnew(() => this.tellAll());
  }

  serve(server: ForumServer): void {
    this.server = server;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.attendance.sweep();
    this.timer = setInterval(() => (this.beating = this.beat()), LIMITS.session.beat);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.attendance.leaveAll();
  }

  async join(socket: ForumSocket, sessionId: string): Promise<JoinedSession> {
    const { identity } = socket.data;
    const { centreId, mandateId } = identity.actor;
    await this.commands.transient(identity, 'session:join', async (manager) => {
      found(await manager.getRepository(SessionEntity).findOneBy({ id: sessionId, forumId: identity.forumId }));
    });
    await socket.join(roomOf(sessionId));
    if (centreId !== null) await this.attendance.enter({ sessionId, connectionId: socket.id, centreId });
    if (!socket.connected) await this.leave(socket);
    await this.changed(sessionId);
    return { session: await this.sessions.view(identity.forumId, sessionId), floorRequestId: await this.sessions.ownFloorRequest(sessionId, mandateId) };
  }

  /** One room, or all of them. */
  async leave(socket: ForumSocket, sessionId?: string): Promise<void> {
    if (sessionId !== undefined) await socket.leave(roomOf(sessionId));
    const left = await this.attendance.leave(socket.id, sessionId);
    for (const each of left) await this.changed(each);
  }

  /** The connection has ended; if the node is ending too, the next beat of another tells it. */
  async lost(socket: ForumSocket): Promise<void> {
    await this.leave(socket).catch((error: unknown) => this.logger.warn(error));
  }

  /** Something that no ledger tells: who is there, who asks to speak. */
  async changed(sessionId: string): Promise<void> {
    this.doorbell.ring('session', sessionId);
    await this.telling.run(sessionId);
  }

  private async announce({ forumId, object: { session } }: Announcement): Promise<void> {
    if (session === undefined) return;
    this.server?.to(`forum:${forumId}`).emit('sessions:changed', { sessionId: session });
    await this.telling.run(session);
  }

  private async tellRoom(sessionId: string): Promise<void> {
    try {
      const room = this.server?.sockets.adapter.rooms.get(roomOf(sessionId));
      const forumId = room === undefined ? null : await this.sessions.forumOf(sessionId);
      if (forumId === null) return void this.told.delete(sessionId);
      const session = await this.sessions.view(forumId, sessionId);
      const words = wordsOf(session);
      if (this.told.get(sessionId) !== words) this.server?.to(roomOf(sessionId)).emit('session:changed', { session });
      this.told.set(sessionId, words);
    } catch (error) {
      this.logger.error(error);
    }
  }

  /** Those who have missed something. */
  private async tellAll(): Promise<void> {
    for (const sessionId of this.told.keys()) await this.telling.run(sessionId);
  }

  private async beat(): Promise<void> {
    try {
      await this.attendance.beat();
      await this.tellAll();
    } catch (error) {
      this.logger.warn(error);
    }
  }
}

/** What there is to tell, without the time of telling. */
const wordsOf = (session: SessionView): string => JSON.stringify({ ...session, serverNow: null });
