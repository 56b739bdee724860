import type { NewComment } from '@expert-forum/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../../src/platform/errors/problem-error.js';
import type { MandatePerformer } from '../../../src/platform/ledger/performer.js';
import { Mentionables } from '../../../src/features/threads/mentionables.js';
import { WriteComments } from '../../../src/features/threads/write-comments.js';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import { managerOf, type MemoryCommands } from '../database/memory-commands.js';
import type { MemoryComment, SimulatedDatabase } from '../database/simulated-database.js';
import type { Ask } from './memory-threads.js';

/** A key that is taken waits, in PostgreSQL, for whoever takes it; here one comment under a key is written at a time. */
export class MemoryComments extends WriteComments {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
    commands: MemoryCommands,
  ) {
    super(new SystemClock(), new Mentionables(commands, new SystemClock()));
  }

  override async append(manager: EntityManager, by: MandatePerformer, { threadId }: Parameters<WriteComments['append']>[2], { key, body }: NewComment): Promise<string> {
    const { mandateId } = by.actor;
    const transaction = managerOf(manager);
    await this.ask('insert comment', () => undefined);
    await this.database.locks.take(transaction.session, [{ of: 'thread', key: `${mandateId} ${key}`, mode: 'exclusive' }]);
    const isTaken = [...this.database.threads.values()].some(({ comments }) => comments.some((each) => each.mandateId === mandateId && each.key === key));
    if (isTaken) throw new ProblemException('outcome-unknown', { retryAfter: 1 });
    const comment: MemoryComment = { id: randomUUID(), mandateId, key, body, createdAt: this.database.now() };
    transaction.change(() => this.database.changeThread(threadId, ({ comments }) => ({ comments: [...comments, comment] })));
    return comment.id;
  }
}
