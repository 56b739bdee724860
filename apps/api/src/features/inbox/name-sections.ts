import type { SectionReference, SectionView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { ReadOutline } from '../documents/read-outline.js';

/** Sections as lists name them: numbers are places, so it takes their whole outline. */
@Injectable()
export class NameSections {
  constructor(private readonly outlines: ReadOutline) {}

  /** Chapters and sections of these documents, by their ids. */
  async of(forumId: string, documentIds: Iterable<string>): Promise<Map<string, SectionReference>> {
    const names = new Map<string, SectionReference>();
    for (const documentId of new Set(documentIds)) {
      const { sections } = await this.outlines.outline(forumId, documentId);
      for (const section of sections) names.set(section.id, nameOf(section));
    }
    return names;
  }

  /** Sections with text of every document of the forum, in reading order. */
  async all(forumId: string): Promise<SectionView[]> {
    const documents = await this.outlines.documents(forumId);
    const outlines = await Promise.all(documents.map(({ id }) => this.outlines.outline(forumId, id)));
    return outlines.flatMap(({ sections }) => sections.filter(({ parentId }) => parentId !== null));
  }
}

export const nameOf = ({ id, number, title }: SectionView): SectionReference => ({ id, number, title });
