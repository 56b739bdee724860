import type { InterfaceLanguage, LocalisedTitle, PublishedNode } from '@expert-forum/contracts';
import type { Phase } from '@expert-forum/domain';
import { referencesAmong, type NumberedSection, type ResolveReference } from '../references.js';

export interface ExportedSection {
  readonly id: string;
  readonly number: string;
  readonly title: LocalisedTitle;
  readonly phase: Phase;
  readonly isAdReferendum: boolean;
  /** The last change of it that the forum has received. */
  readonly seq: number;
  /** SHA-256 of JCS of `{schema, document}`, of exactly this document. */
  readonly hash: string;
  /** When the text was as it stands here. */
  readonly readAt: string;
  readonly document: PublishedNode;
}

export interface ExportedHeading {
  readonly number: string;
  readonly title: LocalisedTitle;
}

export interface ExportedChapter extends ExportedHeading {
  readonly sections: readonly ExportedSection[];
}

interface Frame {
  readonly language: InterfaceLanguage;
  readonly forum: LocalisedTitle;
  readonly document: LocalisedTitle;
  readonly disclaimer: LocalisedTitle;
  /** Set in a demonstration. */
  readonly banner: LocalisedTitle | null;
  /** The reader's own, such as `Asia/Tokyo`. */
  readonly timeZone: string;
  readonly madeAt: string;
  /** Made of what a device has kept, without asking the forum. */
  readonly isOfflineCopy: boolean;
}

export interface ExportedOneSection extends Frame {
  readonly kind: 'section';
  /** Null where the outline is not known. */
  readonly chapter: ExportedHeading | null;
  readonly section: ExportedSection;
  /** Those that it refers to, as far as they are known. */
  readonly others: readonly NumberedSection[];
  /** Changes in it that are on this device alone. */
  readonly unsent: number;
}

export interface ExportedWholeText extends Frame {
  readonly kind: 'whole';
  readonly chapters: readonly ExportedChapter[];
  /** Sections whose text is not in it. */
  readonly missing: readonly ExportedHeading[];
  /** SHA-256 of the hashes of its sections, in order, each with a line feed behind it. */
  readonly hash: string;
}

/** A section or a whole text as it is printed or handed over as a file. */
export type ExportedText = ExportedOneSection | ExportedWholeText;

export const sectionsOf = (text: ExportedText): readonly ExportedSection[] =>
  text.kind === 'section' ? [text.section] : text.chapters.flatMap(({ sections }) => sections);

/** What its references to paragraphs say. */
export const referencesOf = (text: ExportedText): ResolveReference =>
  referencesAmong(sectionsOf(text), text.language, text.kind === 'section' ? text.others : []);

export const hasWords = ({ document: { content = [] } }: ExportedSection): boolean => content.some((block) => (block.content ?? []).length > 0);
