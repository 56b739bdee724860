import { RevisionNaming, type RevisionSummary, type RevisionView } from '@expert-forum/contracts';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId, SectionPathId } from '../../platform/path-id.js';
import { NameRevisions } from './name-revisions.js';
import { ReadRevisions } from './read-revisions.js';

@Controller()
export class RevisionsController {
  constructor(
    private readonly revisions: ReadRevisions,
    private readonly naming: NameRevisions,
  ) {}

  @Requires('read-forum')
  @Get('sections/:id/revisions')
  ofSection(@By() by: MandatePerformer, @SectionPathId() id: string): Promise<RevisionSummary[]> {
    return this.revisions.ofSection(by, id);
  }

  @Requires('read-forum')
  @Get('revisions/:id')
  get(@By() by: MandatePerformer, @PathId() id: string): Promise<RevisionView> {
    return this.revisions.get(by, id);
  }

  @Requires('name-revision')
  @Post('sections/:id/revisions')
  name(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() { name }: RevisionNaming): Promise<{ id: string }> {
    return this.naming.name(by, id, name);
  }
}
