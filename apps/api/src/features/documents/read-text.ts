import type { DocumentTextPage, SectionTextView, SectionView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { found } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { DraftingService } from '../drafting/drafting.service.js';
import { DraftingStore } from '../drafting/store/drafting-store.js';
import { ReadOutline } from './read-outline.js';

/** The whole text of a document, a page at a time: each section as it was committed when it was read. */
@Injectable()
export class ReadText {
  constructor(
    private readonly outlines: ReadOutline,
    private readonly store: DraftingStore,
    private readonly drafting: DraftingService,
  ) {}

  /** @param after the section before the page. @throws ProblemException `not-found`, also when that section is no more */
  async page(by: MandatePerformer, documentId: string, after: string | null): Promise<DocumentTextPage> {
    const { sections: outline } = await this.outlines.outline(by.forumId, documentId);
    const withText = outline.filter(({ parentId }) => parentId !== null);
    const left = after === null ? withText : withText.slice(found(placeOf(withText, after)) + 1);
    const sections: SectionTextView[] = [];
    let bytes = 0;
    for (const section of left) {
      const text = await this.textOf(by, section);
      if (text === null) continue; // it was removed while the page was made
      bytes += Buffer.byteLength(JSON.stringify(text.document));
      if (sections.length > 0 && bytes > LIMITS.documentText.bytes) break;
      sections.push(text);
      if (sections.length === LIMITS.documentText.sections) break;
    }
    const last = sections.at(-1)?.id ?? null;
    return { sections, next: last === left.at(-1)?.id ? null : last };
  }

  private async textOf({ forumId, loginId, actor }: MandatePerformer, section: SectionView): Promise<SectionTextView | null> {
    const { id, parentId, number, title, isAdReferendum } = section;
    const view = await this.store.view(id, forumId, { loginId, mandateId: actor.mandateId, connectionId: '', ordinal: 0 });
    if (view === null || parentId === null) return null;
    const { channel, phase } = view.head;
    const text = await this.drafting.engine.look(channel, (live) => ({ epoch: live.epoch, ...live.snapshot() }));
    return { id, parentId, number, title, phase, isAdReferendum: phase === 'agreed' && isAdReferendum, ...text };
  }
}

function placeOf(sections: readonly SectionView[], id: string): number | null {
  const place = sections.findIndex((section) => section.id === id);
  return place < 0 ? null : place;
}
