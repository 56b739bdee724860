import type { SpeakerView, ThreadsPage, ThreadView } from '@expert-forum/contracts';
import { caucusOf } from '@expert-forum/domain';
import { ReadThreads } from '../../../src/features/threads/read-threads.js';
import { toThreadView } from '../../../src/features/threads/thread.presenter.js';
import type { MandatePerformer } from '../../../src/platform/ledger/performer.js';
import type { MemoryThread, SimulatedDatabase } from '../database/simulated-database.js';
import { NOWHERE } from '../simulated-platform.js';
import type { Ask, MemoryThreads } from './memory-threads.js';

export class MemoryThreadViews extends ReadThreads {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
    threads: MemoryThreads,
  ) {
    super(NOWHERE, threads);
  }

  override page({ actor }: MandatePerformer, sectionId: string): Promise<ThreadsPage> {
    const isVisible = ({ centreId, ...thread }: MemoryThread): boolean => thread.sectionId === sectionId && (centreId === null || centreId === caucusOf(actor));
    return this.ask('list threads', () => ({ threads: [...this.database.threads.values()].filter(isVisible).map((thread) => this.viewOf(thread)), next: null }));
  }

  override find(id: string): Promise<ThreadView | null> {
    return this.ask('view thread', () => {
      const thread = this.database.threads.get(id);
      return thread === undefined ? null : this.viewOf(thread);
    });
  }

  private viewOf({ comments, resolvedBy, openedBy, anchorSeq: _seq, ...thread }: MemoryThread): ThreadView {
    return structuredClone(
      toThreadView({
        ...thread,
        openedBy: this.speaker(openedBy),
        resolvedBy: resolvedBy === null ? null : this.speaker(resolvedBy),
        comments: comments.map(({ id, mandateId, body, createdAt }, index) => {
          const times = { createdAt: createdAt.toISOString(), editedAt: null, deletedAt: null };
          return { id, position: index + 1, author: this.speaker(mandateId), body, mentions: [], ...times };
        }),
      }),
    );
  }

  private speaker(mandateId: string): SpeakerView {
    const mandate = this.database.mandates.get(mandateId);
    if (mandate === undefined) throw new RangeError(`no mandate ${mandateId}`);
    return { mandateId, memberId: mandate.memberId, memberName: mandate.memberId, role: mandate.role, centreCode: mandate.centreId };
  }
}
