import type { DraftingService } from '../../../src/features/drafting/drafting.service.js';
import { CommentsService } from '../../../src/features/threads/comments.service.js';
import { FindWords } from '../../../src/features/threads/find-words.js';
import { FollowThreads } from '../../../src/features/threads/follow-threads.js';
import { KeepAnchors } from '../../../src/features/threads/keep-anchors.js';
import type { ReadThreads } from '../../../src/features/threads/read-threads.js';
import { RunThreadCommand } from '../../../src/features/threads/run-thread-command.js';
import { TellReaders } from '../../../src/features/threads/tell-readers.js';
import { ThreadsGateway } from '../../../src/features/threads/threads.gateway.js';
import { ThreadsService } from '../../../src/features/threads/threads.service.js';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import type { CommitFate } from '../../store/memory-drafting-store.js';
import type { MemoryCommands } from '../database/memory-commands.js';
import type { SimulatedDatabase } from '../database/simulated-database.js';
import type { SimulatedAnnouncer, SimulatedDoorbell } from '../simulated-platform.js';
import { MemoryAnchors } from './memory-anchors.js';
import { MemoryComments } from './memory-comments.js';
import { MemoryThreadViews } from './memory-thread-views.js';
import { MemoryThreads, type Ask } from './memory-threads.js';

/** What a node has that its discussion stands on. */
export interface DiscussionGround {
  readonly database: SimulatedDatabase;
  readonly ask: Ask;
  commitFate(): CommitFate;
  readonly commands: MemoryCommands;
  readonly drafting: DraftingService;
  readonly doorbell: SimulatedDoorbell;
  readonly announcer: SimulatedAnnouncer;
}

/** What looks after threads; a mutant has other parts. */
export interface DiscussionParts {
  makeTellers(...parts: ConstructorParameters<typeof TellReaders>): TellReaders;
  makeKeeper(...parts: ConstructorParameters<typeof KeepAnchors>): KeepAnchors;
  readonly hasThreadPoll: boolean;
}

export const REAL_DISCUSSION: DiscussionParts = {
  makeTellers: (...parts) => new TellReaders(...parts),
  makeKeeper: (...parts) => new KeepAnchors(...parts),
  hasThreadPoll: true,
};

/** The real discussion of one node, on threads in memory. */
export class SimulatedDiscussion {
  readonly views: ReadThreads;
  readonly gateway: ThreadsGateway;
  private readonly anchors: MemoryAnchors;
  private readonly keeper: KeepAnchors;
  private readonly poll: FollowThreads;

  constructor(parts: DiscussionParts, { database, ask, commitFate, commands, drafting, doorbell, announcer }: DiscussionGround) {
    const [threads, clock] = [new MemoryThreads(database, ask), new SystemClock()];
    this.views = new MemoryThreadViews(database, ask, threads);
    this.anchors = new MemoryAnchors(database, ask, commitFate);
    const run = new RunThreadCommand(commands, threads, this.views);
    const comments = new MemoryComments(database, ask, commands);
    this.gateway = new ThreadsGateway(new ThreadsService(run, clock, threads, comments, new FindWords(drafting)), new CommentsService(run, threads, comments));
    const tellers = parts.makeTellers(drafting, this.views, doorbell, announcer);
    this.keeper = parts.makeKeeper(drafting, this.anchors, tellers, clock, announcer);
    this.poll = new FollowThreads(this.anchors, tellers, drafting);
    if (parts.hasThreadPoll) this.poll.onApplicationBootstrap();
  }

  /** As the node is stopped: what it found and did not store is stored. */
  drain(): Promise<void> {
    void this.poll.onModuleDestroy();
    return this.keeper.onModuleDestroy();
  }

  crash(): void {
    void this.poll.onModuleDestroy();
    void this.keeper.onModuleDestroy();
  }

  disconnect(): void {
    this.anchors.disconnect();
  }
}
