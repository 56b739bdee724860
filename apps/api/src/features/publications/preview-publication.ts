import type { PublicationPreview } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { digestOf } from './publication-content.js';
import { newestPublication } from './read-publications.js';
import { SelectSections } from './select-sections.js';

/** What would be sealed now, for the moderator and the rapporteur alike. */
@Injectable()
export class PreviewPublication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sections: SelectSections,
  ) {}

  /** One moment: nothing typed or decided meanwhile is half in it. */
  preview(forumId: string, documentId: string, keptBack: readonly string[]): Promise<PublicationPreview> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { selected, leftOut } = await this.sections.select(manager, forumId, documentId, keptBack);
      const before = await newestPublication(manager, forumId);
      return {
        number: (before?.number ?? 0) + 1,
        supersedes: before && { number: before.number, slug: before.slug },
        sections: selected.map(({ section: { id, number, title }, text: { seq, hash, document } }) => ({ id, number, title, seq, hash, document })),
        leftOut: [...leftOut],
        digest: digestOf(selected),
      };
    });
  }
}
