import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DemonstrationModule } from './features/demonstration/demonstration.module.js';
import { DocumentsModule } from './features/documents/documents.module.js';
import { DraftingModule } from './features/drafting/drafting.module.js';
import { HistoryModule } from './features/history/history.module.js';
import { InboxModule } from './features/inbox/inbox.module.js';
import { LoginsModule } from './features/logins/logins.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { PublicationsModule } from './features/publications/publications.module.js';
import { SessionsModule } from './features/sessions/sessions.module.js';
import { ThreadsModule } from './features/threads/threads.module.js';
import type { Clock } from './platform/clock/clock.js';
import type { ForumConfig } from './platform/config/forum-config.js';
import { PlatformModule } from './platform/platform.module.js';

/** The features of the forum, one a line. */
@Module({})
export class AppModule {
  static of(config: ForumConfig, dataSource: DataSource, clock: Clock): DynamicModule {
    const features = [LoginsModule, PeopleModule, DocumentsModule, DraftingModule, ThreadsModule, HistoryModule, SessionsModule, PublicationsModule, InboxModule, DemonstrationModule];
    return { module: AppModule, imports: [PlatformModule.of(config, dataSource, clock), ...features] };
  }
}
