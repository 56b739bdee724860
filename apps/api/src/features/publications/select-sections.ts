import type { LeftOutSection, SectionView } from '@expert-forum/contracts';
import { leftOutReason } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadOutline } from '../documents/read-outline.js';
import { Revisions } from '../revisions/revisions.js';
import type { SelectedSection } from './publication-content.js';

export interface Selection {
  readonly outline: readonly SectionView[];
  readonly selected: readonly SelectedSection[];
  readonly leftOut: readonly LeftOutSection[];
}

/** What of a document becomes public, and what does not and why. The preview and the sealing ask the same question here. */
@Injectable()
export class SelectSections {
  constructor(
    private readonly outlines: ReadOutline,
    private readonly revisions: Revisions,
  ) {}

  async select(manager: EntityManager, forumId: string, documentId: string, keptBack: readonly string[]): Promise<Selection> {
    const { sections: outline } = await this.outlines.outline(forumId, documentId, manager);
    const selected: SelectedSection[] = [];
    const leftOut: LeftOutSection[] = [];
    for (const section of outline.filter(({ parentId }) => parentId !== null)) {
      const { id, number, title, status, phase, isAdReferendum } = section;
      const reason = leftOutReason({ phase, isAdReferendum, openBrackets: 0, isKeptBack: keptBack.includes(id) });
      if (reason === null) selected.push({ section, text: await this.revisions.textAtHead(manager, id) });
      else leftOut.push({ id, number, title, status, reason });
    }
    return { outline, selected, leftOut };
  }
}
