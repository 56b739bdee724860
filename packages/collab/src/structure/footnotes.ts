import type { Node } from 'prosemirror-model';

/** A mark in the text that leads to a footnote. */
export interface PlacedMark {
  readonly note: string;
  readonly position: number;
}

export const footnoteMarks = (doc: Node): PlacedMark[] => {
  const marks: PlacedMark[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'footnoteMark') marks.push({ note: String(node.attrs['note']), position });
    return !node.isLeaf;
  });
  return marks;
};

export interface PlacedNote {
  readonly id: string;
  readonly node: Node;
  readonly position: number;
}

/** Footnotes are blocks of the root. */
export function footnotesOf(doc: Node): PlacedNote[] {
  const notes: PlacedNote[] = [];
  doc.forEach((node, position) => {
    if (node.type.name === 'footnote') notes.push({ id: String(node.attrs['id']), node, position });
  });
  return notes;
}
