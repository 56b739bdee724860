import { DocumentTextQuery, type DocumentTextPage } from '@expert-forum/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId } from '../../platform/path-id.js';
import { ReadText } from './read-text.js';

/** All of a document, for who takes it along. */
@Controller('documents')
export class DocumentTextController {
  constructor(private readonly text: ReadText) {}

  @Requires('read-forum')
  @Get(':id/text')
  read(@By() by: MandatePerformer, @PathId() id: string, @Query() { after }: DocumentTextQuery): Promise<DocumentTextPage> {
    return this.text.page(by, id, after ?? null);
  }
}
