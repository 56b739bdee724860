import { Module } from '@nestjs/common';
import { DraftingModule } from '../drafting/drafting.module.js';
import { RevisionsModule } from '../revisions/revisions.module.js';
import { DecidedPhases } from './decided-phases.js';
import { DocumentTextController } from './document-text.controller.js';
import { DocumentsController } from './documents.controller.js';
import { KeepOutline } from './keep-outline.js';
import { ListCandidates } from './list-candidates.js';
import { MoveSections } from './move-sections.js';
import { ReadOutline } from './read-outline.js';
import { ReadText } from './read-text.js';
import { SectionRoles } from './section-roles.js';

@Module({
  imports: [DraftingModule, RevisionsModule],
  controllers: [DocumentTextController, DocumentsController],
  providers: [DecidedPhases, KeepOutline, ListCandidates, MoveSections, ReadOutline, ReadText, SectionRoles],
  exports: [DecidedPhases, KeepOutline, ReadOutline, SectionRoles],
})
export class DocumentsModule {}
