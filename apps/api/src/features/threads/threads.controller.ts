import {
  CommentWording,
  MentionablesQuery,
  NewComment,
  NewThread,
  ThreadAnswer,
  ThreadsQuery,
  WordPlaces,
  type FormerWordingView,
  type MentionableView,
  type ThreadsPage,
  type ThreadView,
} from '@expert-forum/contracts';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId, SectionPathId } from '../../platform/path-id.js';
import { CommentsService } from './comments.service.js';
import { Mentionables } from './mentionables.js';
import { ReadThreads } from './read-threads.js';
import { ThreadsService } from './threads.service.js';

/** Discussion over HTTP. Every change is answered by the thread as it is then. */
@Controller()
export class ThreadsController {
  constructor(
    private readonly read: ReadThreads,
    private readonly threads: ThreadsService,
    private readonly comments: CommentsService,
    private readonly mentionables: Mentionables,
  ) {}

  @Requires('read-forum')
  @Get('sections/:id/threads')
  ofSection(@By() by: MandatePerformer, @SectionPathId() id: string, @Query() { after }: ThreadsQuery): Promise<ThreadsPage> {
    return this.read.page(by, id, after);
  }

  @Requires('suggest-comment')
  @Post('sections/:id/threads')
  open(@By() by: MandatePerformer, @SectionPathId() id: string, @Body() thread: NewThread): Promise<ThreadView> {
    return this.threads.open(by, id, thread);
  }

  @Requires('suggest-comment')
  @Post('threads/:id/comments')
  add(@By() by: MandatePerformer, @PathId() id: string, @Body() comment: NewComment): Promise<ThreadView> {
    return this.comments.add(by, id, comment);
  }

  @Requires('suggest-comment')
  @Patch('comments/:id')
  edit(@By() by: MandatePerformer, @PathId() id: string, @Body() wording: CommentWording): Promise<ThreadView> {
    return this.comments.edit(by, id, wording);
  }

  @Requires('suggest-comment')
  @Delete('comments/:id')
  remove(@By() by: MandatePerformer, @PathId() id: string): Promise<ThreadView> {
    return this.comments.remove(by, id);
  }

  @Requires('read-forum')
  @Get('comments/:id/trace')
  trace(@By() by: MandatePerformer, @PathId() id: string): Promise<FormerWordingView[]> {
    return this.read.trace(by, id);
  }

  @Requires('suggest-comment')
  @Post('threads/:id/resolution')
  @HttpCode(200)
  resolve(@By() by: MandatePerformer, @PathId() id: string, @Body() answer: ThreadAnswer): Promise<ThreadView> {
    return this.threads.resolve(by, id, answer);
  }

  @Requires('suggest-comment')
  @Post('threads/:id/reopening')
  @HttpCode(200)
  reopen(@By() by: MandatePerformer, @PathId() id: string): Promise<ThreadView> {
    return this.threads.reopen(by, id);
  }

  @Requires('suggest-comment')
  @Put('threads/:id/anchor')
  attach(@By() by: MandatePerformer, @PathId() id: string, @Body() words: WordPlaces): Promise<ThreadView> {
    return this.threads.attach(by, id, words);
  }

  @Requires('suggest-comment')
  @Get('mentionables')
  listMentionables(@By() by: MandatePerformer, @Query() { visibility }: MentionablesQuery): Promise<MentionableView[]> {
    return this.mentionables.list(by, visibility);
  }
}
