import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock/clock.js';
import type { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { DraftingService } from '../drafting/drafting.service.js';
import { CommentsService } from './comments.service.js';
import { FindWords } from './find-words.js';
import { Mentionables } from './mentionables.js';
import { ReadThreads } from './read-threads.js';
import { RunThreadCommand } from './run-thread-command.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';
import { WriteComments } from './write-comments.js';

export interface Discussion {
  readonly threads: ThreadsService;
  readonly comments: CommentsService;
}

/** The same discussion by another clock: for a history that is told after it happened. */
export function discussionAt(clock: Clock, dataSource: DataSource, commands: CommandRunner, drafting: DraftingService): Discussion {
  const repository = new ThreadsRepository();
  const run = new RunThreadCommand(commands, repository, new ReadThreads(dataSource, repository));
  const write = new WriteComments(clock, new Mentionables(commands, clock));
  return { threads: new ThreadsService(run, clock, repository, write, new FindWords(drafting)), comments: new CommentsService(run, repository, write) };
}
