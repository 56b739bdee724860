import type { RevisionSummary, RevisionView } from '@expert-forum/contracts';
import { Controller, Get } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId, SectionPathId } from '../../platform/path-id.js';
import { Revisions } from './revisions.js';

@Requires('read-forum')
@Controller()
export class RevisionsController {
  constructor(private readonly revisions: Revisions) {}

  @Get('sections/:id/revisions')
  ofSection(@By() { forumId }: MandatePerformer, @SectionPathId() id: string): Promise<RevisionSummary[]> {
    return this.revisions.ofSection(forumId, id);
  }

  @Get('revisions/:id')
  get(@By() { forumId }: MandatePerformer, @PathId() id: string): Promise<RevisionView> {
    return this.revisions.get(forumId, id);
  }
}
