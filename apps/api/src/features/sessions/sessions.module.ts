import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { RevisionsModule } from '../revisions/revisions.module.js';
import { Attendance } from './attendance.js';
import { DecisionsController } from './decisions.controller.js';
import { Floor } from './floor.js';
import { Objections } from './objections.js';
import { PlanSessions } from './plan-sessions.js';
import { ReadAgenda } from './read-agenda.js';
import { ReadDecisions } from './read-decisions.js';
import { ReadSessions } from './read-sessions.js';
import { RecordDecisions } from './record-decisions.js';
import { RunSession } from './run-session.js';
import { SessionRooms } from './session-rooms.js';
import { SessionTable } from './session-table.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsGateway } from './sessions.gateway.js';
import { TableController } from './table.controller.js';
import { TableGateway } from './table.gateway.js';
import { TableItems } from './table-items.js';

@Module({
  imports: [DocumentsModule, RevisionsModule],
  controllers: [DecisionsController, SessionsController, TableController],
  providers: [
    Attendance,
    Floor,
    Objections,
    PlanSessions,
    ReadAgenda,
    ReadDecisions,
    ReadSessions,
    RecordDecisions,
    RunSession,
    SessionRooms,
    SessionTable,
    SessionsGateway,
    TableGateway,
    TableItems,
  ],
  exports: [ReadSessions],
})
export class SessionsModule {}
