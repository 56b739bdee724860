import { Module } from '@nestjs/common';
import { DraftingModule } from '../drafting/drafting.module.js';
import { AnchorsRepository } from './anchors.repository.js';
import { CommentsService } from './comments.service.js';
import { FindWords } from './find-words.js';
import { FollowThreads } from './follow-threads.js';
import { KeepAnchors } from './keep-anchors.js';
import { Mentionables } from './mentionables.js';
import { ReadThreads } from './read-threads.js';
import { RunThreadCommand } from './run-thread-command.js';
import { TellReaders } from './tell-readers.js';
import { ThreadsController } from './threads.controller.js';
import { ThreadsGateway } from './threads.gateway.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';
import { WriteComments } from './write-comments.js';

@Module({
  imports: [DraftingModule],
  controllers: [ThreadsController],
  providers: [
    AnchorsRepository,
    CommentsService,
    FindWords,
    FollowThreads,
    KeepAnchors,
    Mentionables,
    ReadThreads,
    RunThreadCommand,
    TellReaders,
    ThreadsGateway,
    ThreadsRepository,
    ThreadsService,
    WriteComments,
  ],
})
export class ThreadsModule {}
