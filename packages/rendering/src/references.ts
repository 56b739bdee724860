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

interface NumberedSection {
  readonly id: string;
  readonly number: string;
  readonly document: PublishedNode;
}

/**
 * References among sections that are rendered together: `4.3.2` for the second paragraph of section 4.3, the section alone for a
 * paragraph that has no number; of a paragraph that is in none of them it is said that it is elsewhere.
 */
export function referencesAmong(sections: readonly NumberedSection[], language: InterfaceLanguage): ResolveReference {
  const elsewhere = wordsIn(language)('reference.elsewhere');
  const byId = new Map(sections.map((section) => [section.id, { number: section.number, paragraphs: paragraphNumbers(section.document) }]));
  return (sectionId, paragraphId) => {
    const section = byId.get(sectionId);
    if (section === undefined || !section.paragraphs.has(paragraphId)) return { label: elsewhere, address: null };
    const paragraph = section.paragraphs.get(paragraphId);
    const place = paragraph == null ? section.number : `${section.number}.${paragraph}`;
    return { label: place, address: paragraph == null ? `#s${place}` : `#p${place}` };
  };
}

/** Numbers of the blocks of the root by their ids; null for those without one. */
function paragraphNumbers({ content: blocks = [] }: PublishedNode): ReadonlyMap<string, number | null> {
  const numbers = numberParagraphs(blocks.map(({ type, content = [] }) => ({ type, isEmpty: content.length === 0 })));
  return new Map(blocks.map(({ attrs }, index) => [String(attrs?.['id']), numbers[index] ?? null]));
}
