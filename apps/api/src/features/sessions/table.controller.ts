import { Agreement, CallSubject, Correction, ItemEnd, type DecisionView, type ObjectionCallView } from '@expert-forum/contracts';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId } from '../../platform/path-id.js';
import { Objections } from './objections.js';
import { RecordDecisions } from './record-decisions.js';
import { TableItems } from './table-items.js';

/** What happens on the table of a session. */
@Controller()
export class TableController {
  constructor(
    private readonly items: TableItems,
    private readonly objections: Objections,
    private readonly decisions: RecordDecisions,
  ) {}

  @Requires('run-session')
  @Post('agenda-items/:id/activate')
  @HttpCode(204)
  activate(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.items.activate(by, id);
  }

  @Requires('run-session')
  @Post('agenda-items/:id/conclusion')
  @HttpCode(204)
  conclude(@By() by: MandatePerformer, @PathId() id: string, @Body() end: ItemEnd): Promise<void> {
    return this.items.conclude(by, id, end);
  }

  @Requires('run-session')
  @Post('agenda-items/:id/calls')
  openCall(@By() by: MandatePerformer, @PathId() id: string, @Body() { sectionId }: CallSubject): Promise<ObjectionCallView> {
    return this.objections.openCall(by, id, sectionId);
  }

  @Requires('take-position')
  @Post('objection-calls/:id/objection')
  @HttpCode(204)
  object(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.objections.object(by, id);
  }

  @Requires('run-session')
  @Post('objection-calls/:id/decision')
  record(@By() by: MandatePerformer, @PathId() callId: string, @Body() agreement: Agreement): Promise<DecisionView> {
    return this.decisions.record(by, { callId, ...agreement });
  }

  @Requires('run-session')
  @Post('sessions/:id/corrections')
  correct(@By() by: MandatePerformer, @PathId() id: string, @Body() correction: Correction): Promise<DecisionView> {
    return this.decisions.correct(by, id, correction);
  }
}
