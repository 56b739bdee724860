import type { ThreadView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { Announcer } from '../../platform/announcer/announcer.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { DraftingService } from '../drafting/drafting.service.js';
import { isFor, ReadThreads } from './read-threads.js';

/** `thread:changed`, after the commit, to those who have the section open and may read the thread; nobody else hears that it is there. */
@Injectable()
export class TellReaders {
  /** The newest version of each thread that this node has told, by the channel of its section. */
  private readonly told = new Map<number, Map<string, number>>();

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
    this.remember(thread);
    const readers = this.drafting
      .connections()
      .filter(({ socket, sections }) => sections.has(thread.sectionId) && isFor(socket.data.identity.actor, thread))
      .map(({ socket }) => socket);
    readers[0]?.nsp.to(readers.map(({ id }) => id)).emit('thread:changed', { thread });
  }

  /** 0: not told yet. */
  toldVersion(channel: number, threadId: string): number {
    return this.told.get(channel)?.get(threadId) ?? 0;
  }

  /** Nobody here reads the section any more. */
  forget(channel: number): void {
    this.told.delete(channel);
  }

  private remember({ id, sectionId, version }: ThreadView): void {
    const channel = this.drafting.connections().find(({ sections }) => sections.has(sectionId))?.sections.get(sectionId);
    if (channel === undefined) return;
    const told = this.told.get(channel) ?? new Map<string, number>();
    this.told.set(channel, told.set(id, Math.max(version, told.get(id) ?? 0)));
  }
}
