import { Injectable } from '@nestjs/common';
import { Announcer } from '../../platform/announcer/announcer.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { DraftingService } from '../drafting/drafting.service.js';
import { isFor, ReadThreads } from './read-threads.js';

/** `thread:changed`, after the commit, to those who have the section open and may read the thread; nobody else hears that it is there. */
@Injectable()
export class TellReaders {

  constructor(
    private readonly drafting: DraftingService,
    private readonly threads: ReadThreads,
    private readonly doorbell: Doorbell,
    announcer: Announcer,
  ) {
    announcer.subscribe(({ object: { thread } }) => (thread === undefined ? undefined : this.tell(thread)));
    doorbell.onRing('thread', (thread, _, node) => (node === this.doorbell.node ? undefined : this.tell(thread)));
  }

  /** What no ledger tells: its words are elsewhere now. */
  async moved(threadId: string): Promise<void> {
    this.doorbell.ring('thread', threadId);
    await this.tell(threadId);
  }

  /** Those of this node. */
  async tell(threadId: string): Promise<void> {
    if (this.drafting.engine.told().size === 0) return; // nobody has anything open
    const thread = await this.threads.find(threadId);
    if (thread === null) return;
    const readers = this.drafting
      .connections()
      .filter(({ socket, sections }) => sections.has(thread.sectionId) && isFor(socket.data.identity.actor, thread))
      .map(({ socket }) => socket);
    readers[0]?.nsp.to(readers.map(({ id }) => id)).emit('thread:changed', { thread });
  }
}
