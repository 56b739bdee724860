import { refused } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import type { ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { DraftingService } from './drafting.service.js';
import { DraftingStore } from './store/drafting-store.js';

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
  constructor(
    private readonly drafting: DraftingService,
    private readonly store: DraftingStore,
    announcer: Announcer,
  ) {
    announcer.subscribe((announcement) => this.judge(announcement));
  }

  private async judge({ verb, object: { section: changed } }: Announcement): Promise<void> {
    if (changed === undefined || !RIGHTS.includes(verb)) return;
    // The rapporteur of a chapter is that of its sections.
    const isForAll = verb === 'rapporteur:set';
    for (const { socket, sections } of this.drafting.connections()) {
      for (const id of sections.keys()) if (isForAll || id === changed) await this.judgeReader(socket, id);
    }
  }

  private async judgeReader(socket: ForumSocket, sectionId: string): Promise<void> {
    const { identity } = socket.data;
    const reader = { loginId: identity.loginId, mandateId: identity.actor.mandateId, connectionId: socket.id };
    const view = await this.store.view(sectionId, identity.forumId, reader);
    if (view === null) {
      socket.emit('rights:changed', { sectionId, mayWrite: refused('section-removed') });
      return this.drafting.leave(socket, sectionId);
    }
    const { phase, phaseChangedAt, epoch } = view.head;
    socket.emit('section:changed', { section: { id: sectionId, phase, phaseChangedAt: phaseChangedAt.toISOString(), epoch } });
    socket.emit('rights:changed', { sectionId, mayWrite: view.mayWrite });
  }
}
