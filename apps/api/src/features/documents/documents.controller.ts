import {
  MandateReference,
  NewDocument,
  NewSection,
  PhaseChange,
  SectionPlace,
  SectionRenaming,
  type DocumentView,
  type DraftingCandidateView,
  type OutlineView,
  type SectionView,
} from '@expert-forum/contracts';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId, SectionPathId } from '../../platform/path-id.js';
import { KeepOutline } from './keep-outline.js';
import { ListCandidates } from './list-candidates.js';
import { MoveSections } from './move-sections.js';
import { ReadOutline } from './read-outline.js';
import { SectionRoles } from './section-roles.js';

@Controller()
export class DocumentsController {
  constructor(
    private readonly outlines: ReadOutline,
    private readonly outline: KeepOutline,
    private readonly roles: SectionRoles,
    private readonly candidates: ListCandidates,
    private readonly moves: MoveSections,
  ) {}

  @Requires('read-forum')
  @Get('documents')
  list(@By() by: MandatePerformer): Promise<DocumentView[]> {
    return this.outlines.documents(by.forumId);
  }

  @Requires('create-document')
  @Post('documents')
  create(@By() by: MandatePerformer, @Body() { title }: NewDocument): Promise<{ id: string }> {
    return this.outline.createDocument(by, title);
  }

  @Requires('read-forum')
  @Get('documents/:id/outline')
  read(@By() by: MandatePerformer, @PathId() id: string): Promise<OutlineView> {
    return this.outlines.outline(by.forumId, id);
  }

  @Requires('keep-outline')
  @Post('documents/:id/sections')
  add(@By() by: MandatePerformer, @PathId() id: string, @Body() section: NewSection): Promise<{ id: string }> {
    return this.outline.add(by, id, section);
  }

  @Requires('read-forum')
  @Get('sections/:id')
  section(@By() by: MandatePerformer, @SectionPathId() id: string): Promise<SectionView> {
    return this.outlines.section(by.forumId, id);
  }

  @Requires('keep-outline')
  @Patch('sections/:id')
  @HttpCode(204)
  rename(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() { title }: SectionRenaming): Promise<void> {
    return this.outline.rename(by, id, title);
  }

  @Requires('keep-outline')
  @Put('sections/:id/place')
  @HttpCode(204)
  move(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() place: SectionPlace): Promise<void> {
    return this.moves.move(by, id, place);
  }

  @Requires('keep-outline')
  @Delete('sections/:id')
  @HttpCode(204)
  remove(@By() by: MandatePerformer, @SectionPathId() id: string): Promise<void> {
    return this.outline.remove(by, id);
  }

  @Requires('change-phase')
  @Post('sections/:id/phase')
  @HttpCode(204)
  changePhase(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() { to, reason }: PhaseChange): Promise<void> {
    return this.roles.changePhase(by, id, to, reason);
  }

  @Requires('name-drafters')
  @Get('drafting-candidates')
  listCandidates(@By() by: MandatePerformer): Promise<DraftingCandidateView[]> {
    return this.candidates.inForce(by.forumId);
  }

  @Requires('name-drafters')
  @Post('sections/:id/drafters')
  @HttpCode(204)
  nameDrafter(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() { mandateId }: MandateReference): Promise<void> {
    return this.roles.nameDrafter(by, id, mandateId);
  }

  @Requires('name-drafters')
  @Delete('sections/:id/drafters/:mandateId')
  @HttpCode(204)
  removeDrafter(
    @By() by: MandatePerformer,
    @SectionPathId() id: string,
    @PathId('mandateId') mandateId: string,
  ): Promise<void> {
    return this.roles.removeDrafter(by, id, mandateId);
  }

  @Requires('name-drafters')
  @Put('sections/:id/rapporteur')
  @HttpCode(204)
  setRapporteur(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() { mandateId }: MandateReference): Promise<void> {
    return this.roles.setRapporteur(by, id, mandateId);
  }
}
