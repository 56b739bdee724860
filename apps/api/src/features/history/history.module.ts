import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { DraftingModule } from '../drafting/drafting.module.js';
import { RevisionsModule } from '../revisions/revisions.module.js';
import { HistoryAccess } from './history-access.js';
import { HistoryController } from './history.controller.js';
import { LargeDeletions } from './large-deletions.js';
import { NameRevisions } from './name-revisions.js';
import { QuietPoints } from './quiet-points.js';
import { ReadHistory } from './read-history.js';
import { ReadRevisions } from './read-revisions.js';
import { RestoreRevisions } from './restore-revisions.js';
import { RevisionsController } from './revisions.controller.js';

@Module({
  imports: [DocumentsModule, DraftingModule, RevisionsModule],
  controllers: [HistoryController, RevisionsController],
  providers: [HistoryAccess, LargeDeletions, NameRevisions, QuietPoints, ReadHistory, ReadRevisions, RestoreRevisions],
})
export class HistoryModule {}
