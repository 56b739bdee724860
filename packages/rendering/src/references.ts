import type { InterfaceLanguage, PublishedNode } from '@expert-forum/contracts';
import { numberParagraphs } from '@expert-forum/domain';
import { wordsIn } from './words.js';

/** What stands in the place of a reference to a paragraph. */
export interface ResolvedReference {
  readonly label: string;
  /** Where it leads on the same page; null if the paragraph is not on it. */
  readonly address: string | null;
}

/** From the ids of a section and of one of its paragraphs. */
export type ResolveReference = (section: string, paragraph: string) => ResolvedReference;

/** A section and the number it has. */
export interface NumberedSection {
  readonly id: string;
  readonly number: string;
  readonly document: PublishedNode;
}

/**
 * References among sections that are rendered together: `4.3.2` for the second paragraph of section 4.3, the section alone for a
 * paragraph that has no number; of a paragraph that is nowhere it is said that it is not part of the text.
 *
 * @param others sections that are not rendered, whose paragraphs are called by their numbers all the same
 */
export function referencesAmong(sections: readonly NumberedSection[], language: InterfaceLanguage, others: readonly NumberedSection[] = []): ResolveReference {
  const elsewhere = wordsIn(language)('reference.elsewhere');
  const [here, there] = [placesIn(sections), placesIn(others)];
  return (section, paragraph) => {
    const key = keyOf(section, paragraph);
    const place = here.get(key);
    if (place === undefined) return { label: there.get(key)?.label ?? elsewhere, address: null };
    return { label: place.label, address: place.isParagraph ? `#p${place.label}` : `#s${place.label}` };
  };
}

const keyOf = (section: string, paragraph: string): string => `${section} ${paragraph}`;

/** What the blocks of the root are called. */
const placesIn = (sections: readonly NumberedSection[]): ReadonlyMap<string, { label: string; isParagraph: boolean }> =>
  new Map(sections.flatMap(({ id, number, document: { content: blocks = [] } }) => {
    const numbers = numberParagraphs(blocks);
    return blocks.map(({ attrs }, index) => {
      const paragraph = numbers[index] ?? null;
      return [keyOf(id, String(attrs?.['id'])), { label: paragraph === null ? number : `${number}.${paragraph}`, isParagraph: paragraph !== null }] as const;
    });
  }));
