import type { SectionDecisionView } from '@expert-forum/contracts';
import { Controller, Get } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { SectionPathId } from '../../platform/path-id.js';
import { ReadDecisions } from './read-decisions.js';

/** Decisions, asked for by what they are about. */
@Controller('sections')
export class DecisionsController {
  constructor(private readonly decisions: ReadDecisions) {}

  @Requires('read-forum')
  @Get(':id/decisions')
  ofSection(@By() { forumId }: MandatePerformer, @SectionPathId() id: string): Promise<SectionDecisionView[]> {
    return this.decisions.ofSection(forumId, id);
  }
}
