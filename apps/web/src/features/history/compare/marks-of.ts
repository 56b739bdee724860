import type { ComparedParagraph, ComparedRow } from '@expert-forum/domain';

export type Mark = 'new' | 'gone' | 'moved' | 'changed' | 'form';

/** What became of a paragraph, in the words that stand above it. */
export function marksOf({ before, after, isMoved }: ComparedRow<ComparedParagraph>): Mark[] {
  if (before === null) return ['new'];
  if (after === null) return ['gone'];
  const own: Mark[] = before.words !== after.words ? ['changed'] : before.form !== after.form ? ['form'] : [];
  return isMoved ? ['moved', ...own] : own;
}
