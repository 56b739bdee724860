import { createHash } from 'node:crypto';
import { jcs } from '@expert-forum/collab';
import {
  PUBLICATION_FORMAT,
  type PublicationBody,
  type PublicationContent,
  type PublishedChapter,
  type PublishedSection,
  type SectionView,
} from '@expert-forum/contracts';
import type { CommittedText } from '../drafting/store/committed-texts.js';

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is put into a publication of one section: where it stands in the outline, and its text. */
export interface SelectedSection {
  readonly section: SectionView;
  readonly text: CommittedText;
}

/** Chapters that hold a selected section, in reading order. */
export function chaptersOf(outline: readonly SectionView[], selected: readonly SelectedSection[]): PublishedChapter[] {
  return outline
    .filter(({ parentId }) => parentId === null)
    .map(({ id, number, title }) => ({ number, title, sections: selected.filter(({ section }) => section.parentId === id).map(toPublished) }))
    .filter(({ sections }) => sections.length > 0);
}

function toPublished({ section: { id, number, title }, text: { epoch, seq, schema, hash, document } }: SelectedSection): PublishedSection {
  const blocks = (document.content ?? []).map((block) => sha256Hex(jcs(block)));
  return { id, number, title, epoch, seq, schema, hash, blocks, document };
}

/** The content as it is sealed, with the hash of each of its members. */
export function contentOf(body: Omit<PublicationBody, 'format' | 'language'>): PublicationContent {
  const whole: PublicationBody = { format: PUBLICATION_FORMAT, language: 'en', ...body };
  const hashOf = (member: keyof PublicationBody): string => sha256Hex(jcs(whole[member]));
  return {
    ...whole,
    parts: {
      format: hashOf('format'),
      forum: hashOf('forum'),
      disclaimer: hashOf('disclaimer'),
      banner: hashOf('banner'),
      document: hashOf('document'),
      number: hashOf('number'),
      slug: hashOf('slug'),
      title: hashOf('title'),
      language: hashOf('language'),
      sealedAt: hashOf('sealedAt'),
      isCorrection: hashOf('isCorrection'),
      supersedes: hashOf('supersedes'),
      ledger: hashOf('ledger'),
      chapters: hashOf('chapters'),
    },
  };
}

/** Names exactly what a preview showed. */
export const digestOf = (selected: readonly SelectedSection[]): string =>
  sha256Hex(jcs(selected.map(({ section: { id, number, title }, text: { seq, hash } }) => ({ id, number, title, seq, hash }))));
