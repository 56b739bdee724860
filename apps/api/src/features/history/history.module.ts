import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { DraftingModule } from '../drafting/drafting.module.js';
import { RevisionsModule } from '../revisions/revisions.module.js';
import { HistoryAccess } from './history-access.js';
import { NameRevisions } from './name-revisions.js';
import { QuietPoints } from './quiet-points.js';
import { ReadRevisions } from './read-revisions.js';
import { RevisionsController } from './revisions.controller.js';

@Module({
  imports: [DocumentsModule, DraftingModule, RevisionsModule],
  controllers: [RevisionsController],
  providers: [HistoryAccess, NameRevisions, QuietPoints, ReadRevisions],
})
export class HistoryModule {}
