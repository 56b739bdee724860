import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { DraftingModule } from '../drafting/drafting.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { InboxController } from './inbox.controller.js';
import { NameSections } from './name-sections.js';
import { ReadHome } from './read-home.js';
import { ReadInbox } from './read-inbox.js';
import { ReadNotices } from './read-notices.js';
import { TellMandates } from './tell-mandates.js';
import { WriteNotices } from './write-notices.js';

@Module({
  imports: [DocumentsModule, DraftingModule, SessionsModule],
  controllers: [InboxController],
  providers: [NameSections, ReadHome, ReadInbox, ReadNotices, TellMandates, WriteNotices],
})
export class InboxModule {}
