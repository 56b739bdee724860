import { caucusOf } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { found } from '../../../src/platform/errors/problem-error.js';
import type { MandatePerformer } from '../../../src/platform/ledger/performer.js';
import { ThreadsRepository, type NewThreadRow, type StoredSection, type StoredThread, type ThreadChange } from '../../../src/features/threads/threads.repository.js';
import { managerOf } from '../database/memory-commands.js';
import type { MemoryThread, SimulatedDatabase } from '../database/simulated-database.js';

export type Ask = <T>(statement: string, read: () => T) => Promise<T>;

/** Threads in the memory that the nodes of a run share. */
export class MemoryThreads extends ThreadsRepository {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
  ) {
    super();
  }

  override section(_manager: EntityManager, _by: MandatePerformer, id: string): Promise<StoredSection> {
    return this.ask('read section', () => {
      const { channel, isRemoved } = this.database.sectionWith(id);
      return { id, documentId: 'document', channel, isRemoved };
    });
  }

  override thread(_manager: EntityManager, { actor }: MandatePerformer, id: string): Promise<StoredThread> {
    return this.ask('read thread', () => {
      const thread = found(this.visible(id, caucusOf(actor)));
      const { sectionId, centreId, state, openedBy, isDetached, comments } = thread;
      const { channel, isRemoved } = this.database.sectionWith(sectionId);
      const audience = centreId === null ? ({ visibility: 'forum' } as const) : ({ visibility: 'centre', centreId } as const);
      const facts = { state, openedBy, isDetached, commentCount: comments.length, isSectionRemoved: isRemoved, isRapporteur: false };
      return { id, sectionId, documentId: 'document', channel, centreId, audience, ...facts };
    });
  }

  override async hold(manager: EntityManager, by: MandatePerformer, id: string): Promise<StoredThread> {
    const isThere = await this.ask('hold thread', () => this.visible(id, caucusOf(by.actor)) !== undefined);
    if (isThere) await this.database.locks.take(managerOf(manager).session, [{ of: 'thread', key: id, mode: 'exclusive' }]);
    return this.thread(manager, by, id);
  }

  override writtenUnder(_manager: EntityManager, mandateId: string, key: string): Promise<string | null> {
    const isIt = (comment: MemoryThread['comments'][number]): boolean => comment.mandateId === mandateId && comment.key === key;
    return this.ask('read by key', () => [...this.database.threads.values()].find(({ comments }) => comments.some(isIt))?.id ?? null);
  }

  override insert(manager: EntityManager, row: NewThreadRow): Promise<void> {
    const unanswered = { state: 'open', disposition: null, reason: null, resolvedBy: null, resolvedAt: null } as const;
    const thread: MemoryThread = { ...row, ...unanswered, isDetached: false, version: 1, comments: [] };
    return this.ask('insert thread', () =>
      managerOf(manager).change(() => {
        this.database.threads.set(row.id, thread);
        this.database.watcher?.anchored(row.id, row.anchor, row.anchorSeq);
      }),
    );
  }

  override change(manager: EntityManager, id: string, change: ThreadChange): Promise<void> {
    return this.ask('change thread', () => managerOf(manager).change(() => this.database.changeThread(id, ({ version }) => ({ ...change, version: version + 1 }))));
  }

  override attach(manager: EntityManager, id: string, anchor: MemoryThread['anchor'], anchorSeq: number): Promise<void> {
    return this.ask('attach thread', () =>
      managerOf(manager).change(() => {
        this.database.changeThread(id, () => ({ anchor, anchorSeq, isDetached: false }));
        this.database.watcher?.anchored(id, anchor, anchorSeq);
      }),
    );
  }

  private visible(id: string, caucus: string | null): MemoryThread | undefined {
    const thread = this.database.threads.get(id);
    return thread !== undefined && (thread.centreId === null || thread.centreId === caucus) ? thread : undefined;
  }
}
