import type { JoinedSection, JoinSection } from '@expert-forum/contracts';
import { refused } from '@expert-forum/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import type { ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { DraftingService } from './drafting.service.js';
import { DraftingStore, type SectionView } from './store/drafting-store.js';

/** Verbs after which somebody may type who could not, or the other way round; each is about a section. */
export const RIGHTS = [
  'phase:changed',
  'decision:recorded',
  'decision:corrected',
  'drafter:named',
  'drafter:removed',
  'rapporteur:set',
  'section:moved',
  'section:removed',
];

/** Tells everybody in a section what it has come to, and each one their own right to type, as they are after the act. */
@Injectable()
export class JudgeReaders {
  private readonly logger = new Logger(JudgeReaders.name);

  constructor(
    private readonly drafting: DraftingService,
    private readonly store: DraftingStore,
    announcer: Announcer,
  ) {
    announcer.subscribe((announcement) => this.judge(announcement));
  }

  /**
   * Tells somebody who has just joined what changed while they did. What was announced meanwhile was told to those who were in
   * the section by then, and the answer to a join says what was true before.
   */
  async judgeNewcomer(socket: ForumSocket, { sectionId }: Pick<JoinSection, 'sectionId'>, told: Pick<JoinedSection, 'phase' | 'mayWrite'>): Promise<void> {
    try {
      const view = await this.viewOf(socket, sectionId);
      const isAsTold = view?.head.phase === told.phase && view.mayWrite.ok === told.mayWrite.ok;
      if (!isAsTold) this.tell(socket, sectionId, view);
    } catch (error) {
      this.logger.warn(error);
    }
  }

  private async judge({ verb, object: { section: changed } }: Announcement): Promise<void> {
    if (changed === undefined || !RIGHTS.includes(verb)) return;
    // The rapporteur of a chapter is that of its sections.
    const isForAll = verb === 'rapporteur:set';
    for (const { socket, sections } of this.drafting.connections()) {
      for (const id of sections.keys()) if (isForAll || id === changed) this.tell(socket, id, await this.viewOf(socket, id));
    }
  }

  private viewOf({ id, data: { identity } }: ForumSocket, sectionId: string): Promise<SectionView | null> {
    const reader = { loginId: identity.loginId, mandateId: identity.actor.mandateId, connectionId: id, ordinal: identity.ordinal };
    return this.store.view(sectionId, identity.forumId, reader);
  }

  private tell(socket: ForumSocket, sectionId: string, view: SectionView | null): void {
    if (view === null) {
      socket.emit('rights:changed', { sectionId, mayWrite: refused('section-removed') });
      return this.drafting.leave(socket, sectionId);
    }
    const { phase, phaseChangedAt, epoch } = view.head;
    socket.emit('section:changed', { section: { id: sectionId, phase, phaseChangedAt: phaseChangedAt.toISOString(), epoch } });
    socket.emit('rights:changed', { sectionId, mayWrite: view.mayWrite });
  }
}
