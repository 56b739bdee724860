import { InboxQuery, InboxReading, type HomeView, type InboxCount, type InboxPage } from '@expert-forum/contracts';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { ReadHome } from './read-home.js';
import { ReadInbox } from './read-inbox.js';
import { ReadNotices } from './read-notices.js';

/** What waits for the mandate that is spoken as, and what it was told. */
@Controller()
export class InboxController {
  constructor(
    private readonly homes: ReadHome,
    private readonly inbox: ReadInbox,
    private readonly notices: ReadNotices,
  ) {}

  @Requires('read-forum')
  @Get('home')
  home(@By() by: MandatePerformer): Promise<HomeView> {
    return this.homes.read(by);
  }

  @Requires('read-forum')
  @Get('inbox')
  page(@By() by: MandatePerformer, @Query() { after }: InboxQuery): Promise<InboxPage> {
    return this.inbox.page(by, after);
  }

  @Requires('read-forum')
  @Get('inbox/count')
  count(@By() by: MandatePerformer): Promise<InboxCount> {
    return this.inbox.count(by);
  }

  @Requires('read-forum')
  @Post('inbox/readings')
  @HttpCode(200)
  read(@By() by: MandatePerformer, @Body() reading: InboxReading): Promise<InboxCount> {
    return this.notices.read(by, reading);
  }
}
