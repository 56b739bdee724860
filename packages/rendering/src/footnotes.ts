import type { PublishedNode } from '@expert-forum/contracts';
import { numberNotes } from '@expert-forum/domain';

export interface Footnote {
  readonly id: string;
  readonly number: number;
  /** The block that holds its words. */
  readonly block: PublishedNode;
  /** The mark to which it leads back. */
  readonly firstMark: PublishedNode;
}

/** The footnotes of a section in the order of their numbers. One that the text does not name is none. */
export type Footnotes = readonly Footnote[];

export function footnotesIn(document: PublishedNode): Footnotes {
  const marks = marksIn(document);
  const blocks = new Map((document.content ?? []).filter(({ type }) => type === 'footnote').map((block) => [String(block.attrs?.['id']), block]));
  const numbers = numberNotes(marks.map(noteOf).filter((note) => blocks.has(note)));
  return [...numbers].flatMap(([id, number]) => {
    const [block, firstMark] = [blocks.get(id), marks.find((mark) => noteOf(mark) === id)];
    return block && firstMark ? [{ id, number, block, firstMark }] : [];
  });
}

const noteOf = ({ attrs }: PublishedNode): string => String(attrs?.['note']);

const marksIn = (node: PublishedNode): PublishedNode[] => (node.type === 'footnoteMark' ? [node] : (node.content ?? []).flatMap(marksIn));

/** Of the second note of section 4.3: `n4.3.2`; of its first mark: `m4.3.2`. */
export const noteAnchor = (section: string, note: number): string => `n${section}.${note}`;
export const noteMarkAnchor = (section: string, note: number): string => `m${section}.${note}`;
