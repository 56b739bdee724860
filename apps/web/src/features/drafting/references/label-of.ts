import type { SectionView } from '@expert-forum/contracts';
import type { Text } from '../../../shared/i18n/use-text.js';
import type { Reference, ReferenceLabel } from '../editor/reference-labels.js';
import type { TargetParagraph } from './target-paragraphs.js';

/**
 * What stands in the place of a reference: `4.3.2` for the second paragraph of section 4.3, the section alone for a paragraph
 * that has no number now, or while the text of the section is not known.
 */
export function labelOf(
  { section: sectionId, paragraph: id }: Reference,
  sections: readonly Pick<SectionView, 'id' | 'number'>[],
  paragraphs: readonly TargetParagraph[] | undefined,
  text: Text,
): ReferenceLabel {
  const section = sections.find((each) => each.id === sectionId);
  if (section === undefined) return { text: text('reference.gone'), hint: text('reference.sectionGone'), isGone: true };
  if (paragraphs === undefined) return { text: section.number, hint: '', isGone: false };
  const paragraph = paragraphs.find((each) => each.id === id);
  if (paragraph === undefined) return { text: section.number, hint: text('reference.paragraphGone'), isGone: true };
  return { text: paragraph.number === null ? section.number : `${section.number}.${paragraph.number}`, hint: paragraph.opening, isGone: false };
}
