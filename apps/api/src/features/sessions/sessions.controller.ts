import {
  Agenda,
  CalendarQuery,
  PlanSession,
  SessionPlan,
  type MinutesView,
  type SessionSummary,
  type SessionView,
} from '@expert-forum/contracts';
import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId } from '../../platform/path-id.js';
import { Floor } from './floor.js';
import { PlanSessions } from './plan-sessions.js';
import { ReadSessions } from './read-sessions.js';
import { RunSession } from './run-session.js';
import { sessionCalendar } from './session-calendar.js';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: ReadSessions,
    private readonly plans: PlanSessions,
    private readonly run: RunSession,
    private readonly floor: Floor,
  ) {}

  @Requires('read-forum')
  @Get()
  list(@By() { forumId }: MandatePerformer): Promise<SessionSummary[]> {
    return this.sessions.list(forumId);
  }

  @Requires('read-forum')
  @Get(':id')
  view(@By() { forumId }: MandatePerformer, @PathId() id: string): Promise<SessionView> {
    return this.sessions.view(forumId, id);
  }

  @Requires('read-forum')
  @Get(':id/minutes')
  minutes(@By() { forumId }: MandatePerformer, @PathId() id: string): Promise<MinutesView> {
    return this.sessions.minutes(forumId, id);
  }

  @Requires('read-forum')
  @Get(':id/calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="session.ics"')
  async calendar(@By() { forumId }: MandatePerformer, @PathId() id: string, @Query() { language }: CalendarQuery): Promise<string> {
    return sessionCalendar(await this.sessions.view(forumId, id), language ?? 'en');
  }

  @Requires('run-session')
  @Post()
  plan(@By() by: MandatePerformer, @Body() session: PlanSession): Promise<{ id: string }> {
    return this.plans.plan(by, session);
  }

  @Requires('run-session')
  @Put(':id')
  @HttpCode(204)
  edit(@By() by: MandatePerformer, @PathId() id: string, @Body() plan: SessionPlan): Promise<void> {
    return this.plans.edit(by, id, plan);
  }

  @Requires('run-session')
  @Put(':id/agenda')
  @HttpCode(204)
  setAgenda(@By() by: MandatePerformer, @PathId() id: string, @Body() { items }: Agenda): Promise<void> {
    return this.plans.setAgenda(by, id, items);
  }

  @Requires('run-session')
  @Post(':id/open')
  @HttpCode(204)
  open(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.run.open(by, id);
  }

  @Requires('run-session')
  @Post(':id/suspend')
  @HttpCode(204)
  suspend(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.run.suspend(by, id);
  }

  @Requires('run-session')
  @Post(':id/resume')
  @HttpCode(204)
  resume(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.run.resume(by, id);
  }

  @Requires('run-session')
  @Post(':id/close')
  @HttpCode(204)
  close(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.run.close(by, id);
  }

  @Requires('run-session')
  @Post(':id/chair')
  @HttpCode(204)
  takeChair(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.run.takeChair(by, id);
  }

  @Requires('ask-for-floor')
  @Post(':id/floor')
  askForFloor(@By() by: MandatePerformer, @PathId() id: string): Promise<{ id: string }> {
    return this.floor.ask(by, id);
  }

  @Requires('ask-for-floor')
  @Delete(':id/floor')
  @HttpCode(204)
  withdrawFromFloor(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.floor.withdraw(by, id);
  }

  @Requires('run-session')
  @Post(':id/floor/:requestId')
  @HttpCode(204)
  giveFloor(
    @By() by: MandatePerformer,
    @PathId() id: string,
    @PathId('requestId') requestId: string,
  ): Promise<void> {
    return this.floor.give(by, id, requestId);
  }
}
