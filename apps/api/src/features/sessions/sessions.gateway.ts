import { EditSession, GiveFloor, PlanSession, SessionReference, SetAgenda, type JoinedSession } from '@expert-forum/contracts';
import { WebSocketGateway, type OnGatewayDisconnect, type OnGatewayInit } from '@nestjs/websockets';
import { Command } from '../../platform/realtime/command.js';
import type { ForumServer, ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { done } from './done.js';
import { Floor } from './floor.js';
import { PlanSessions } from './plan-sessions.js';
import { RunSession } from './run-session.js';
import { SessionRooms } from './session-rooms.js';

/** Sessions over sockets: the same commands as over HTTP, and being in the room. */
@WebSocketGateway()
export class SessionsGateway implements OnGatewayInit, OnGatewayDisconnect {
  constructor(
    private readonly rooms: SessionRooms,
    private readonly plans: PlanSessions,
    private readonly run: RunSession,
    private readonly floor: Floor,
  ) {}

  afterInit(server: ForumServer): void {
    this.rooms.serve(server);
  }

  handleDisconnect(socket: ForumSocket): Promise<void> {
    return this.rooms.lost(socket);
  }

  @Command('session:join', SessionReference)
  join(socket: ForumSocket, { sessionId }: SessionReference): Promise<JoinedSession> {
    return this.rooms.join(socket, sessionId);
  }

  @Command('session:leave', SessionReference)
  leave(socket: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.rooms.leave(socket, sessionId));
  }

  @Command('session:plan', PlanSession)
  plan({ data }: ForumSocket, session: PlanSession): Promise<{ id: string }> {
    return this.plans.plan(data.identity, session);
  }

  @Command('session:edit', EditSession)
  edit({ data }: ForumSocket, { sessionId, ...plan }: EditSession): Promise<null> {
    return done(this.plans.edit(data.identity, sessionId, plan));
  }

  @Command('session:set-agenda', SetAgenda)
  setAgenda({ data }: ForumSocket, { sessionId, items }: SetAgenda): Promise<null> {
    return done(this.plans.setAgenda(data.identity, sessionId, items));
  }

  @Command('session:open', SessionReference)
  open({ data }: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.run.open(data.identity, sessionId));
  }

  @Command('session:suspend', SessionReference)
  suspend({ data }: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.run.suspend(data.identity, sessionId));
  }

  @Command('session:resume', SessionReference)
  resume({ data }: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.run.resume(data.identity, sessionId));
  }

  @Command('session:close', SessionReference)
  close({ data }: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.run.close(data.identity, sessionId));
  }

  @Command('session:take-chair', SessionReference)
  takeChair({ data }: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.run.takeChair(data.identity, sessionId));
  }

  @Command('floor:ask', SessionReference)
  askForFloor({ data }: ForumSocket, { sessionId }: SessionReference): Promise<{ id: string }> {
    return this.floor.ask(data.identity, sessionId);
  }

  @Command('floor:withdraw', SessionReference)
  withdrawFromFloor({ data }: ForumSocket, { sessionId }: SessionReference): Promise<null> {
    return done(this.floor.withdraw(data.identity, sessionId));
  }

  @Command('floor:give', GiveFloor)
  giveFloor({ data }: ForumSocket, { sessionId, requestId }: GiveFloor): Promise<null> {
    return done(this.floor.give(data.identity, sessionId, requestId));
  }
}
