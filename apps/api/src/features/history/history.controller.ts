import { AuthorshipRequest, Restoration, type AuthorshipView, type RestoredView, type SectionHistoryView } from '@expert-forum/contracts';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { SectionPathId } from '../../platform/path-id.js';
import { ReadHistory } from './read-history.js';
import { RestoreRevisions } from './restore-revisions.js';

@Controller('sections')
export class HistoryController {
  constructor(
    private readonly histories: ReadHistory,
    private readonly restoring: RestoreRevisions,
  ) {}

  @Requires('read-history')
  @Get(':id/history')
  history(@By() by: MandatePerformer, @SectionPathId() id: string): Promise<SectionHistoryView> {
    return this.histories.timeline(by, id);
  }

  @Requires('read-history')
  @Get(':id/authorship')
  authorship(@By() by: MandatePerformer, @SectionPathId() id: string, @Query() { at }: AuthorshipRequest): Promise<AuthorshipView> {
    return this.histories.authorship(by, id, at);
  }

  @Requires('read-history')
  @Post(':id/restoration')
  @HttpCode(200)
  restore(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() { revisionId }: Restoration): Promise<RestoredView> {
    return this.restoring.restore(by, id, revisionId);
  }
}
