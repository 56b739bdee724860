import type { DraftingService } from '../../../src/features/drafting/drafting.service.js';
import { KeepAnchors } from '../../../src/features/threads/keep-anchors.js';
import type { ReadThreads } from '../../../src/features/threads/read-threads.js';
import { TellReaders } from '../../../src/features/threads/tell-readers.js';
import type { Outcome } from '../../../src/platform/ledger/command-runner.js';
import type { Performer } from '../../../src/platform/ledger/performer.js';
import type { EntityManager } from 'typeorm';
import { MemoryCommands } from '../database/memory-commands.js';
import type { Mutant } from '../mutant.js';

/** Looks when a section is opened, and not when its text has changed. */
class LooksSkipped extends KeepAnchors {
  override committed(): void {
    return undefined;
  }
}

/** Tells everybody who has the section open. */
class ToldToEverybody extends TellReaders {
  constructor(...parts: ConstructorParameters<typeof TellReaders>) {
    super(...parts);
    [this.open, this.views] = parts;
  }

  private readonly open: DraftingService;
  private readonly views: ReadThreads;

  override async tell(threadId: string): Promise<void> {
    const thread = await this.views.find(threadId);
    for (const { socket, sections } of this.open.connections()) if (thread !== null && sections.has(thread.sectionId)) socket.emit('thread:changed', { thread });
  }
}

/** Takes it that what was sent to the database is kept. */
class CommitsBelieved extends MemoryCommands {
  override async run<T>(by: Performer, locks: Parameters<MemoryCommands['run']>[1], work: (manager: EntityManager) => Promise<Outcome<T>>): Promise<T> {
    const done: T[] = [];
    const noted = async (manager: EntityManager): Promise<Outcome<T>> => {
      const outcome = await work(manager);
      done.push(outcome.value);
      return outcome;
    };
    return super.run(by, locks, noted).catch((error: unknown) => {
      for (const value of done) return value;
      throw error;
    });
  }
}

export const DISCUSSION_MUTANTS: readonly Mutant[] = [
  {
    does: 'does not look where the words of threads went',
    parts: { makeKeeper: (...parts) => new LooksSkipped(...parts) },
    found: /a thread about ".*" stands on/,
    seed: 4,
  },
  {
    does: 'tells everybody of every thread',
    parts: { makeTellers: (...parts) => new ToldToEverybody(...parts) },
    found: /a thread of centre \d was told to/,
    seed: 0,
  },
  {
    does: 'trusts in its doorbell where threads have moved',
    parts: { hasThreadPoll: false },
    found: /shows version \d+ of a thread at \d+/,
    seed: 77,
  },
  {
    does: 'acknowledges what a failed commit would have kept of a thread',
    parts: { makeCommands: (...parts) => new CommitsBelieved(...parts) },
    found: /was acknowledged and is not in the ledger|and acknowledged is kept 0 times/,
    seed: 95,
  },
];
