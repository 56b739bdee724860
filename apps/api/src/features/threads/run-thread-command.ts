import type { ThreadView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommandRunner, type Outcome } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { ReadThreads } from './read-threads.js';
import { ThreadsRepository } from './threads.repository.js';

/** Commands about threads: each is answered by the thread as it is then. */
@Injectable()
export class RunThreadCommand {
  constructor(
    private readonly commands: CommandRunner,
    private readonly repository: ThreadsRepository,
    private readonly threads: ReadThreads,
  ) {}

  /** @param work ends with the thread's id */
  async run(by: MandatePerformer, work: (manager: EntityManager) => Promise<Outcome<string>>): Promise<ThreadView> {
    return this.threads.view(by, await this.commands.run(by, [], work));
  }

  /** What is sent again under the same key was written already. */
  async once(by: MandatePerformer, key: string, write: () => Promise<ThreadView>): Promise<ThreadView> {
    const known = await this.commands.read((manager) => this.repository.writtenUnder(manager, by.actor.mandateId, key));
    return known === null ? write() : this.threads.view(by, known);
  }

  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.commands.read(work);
  }
}
