import { Fragment, Slice, type Node } from 'prosemirror-model';

/**
 * Pasted blocks are new blocks: their ids go (R18). A footnote that comes along gets its new one at once, so that its marks can
 * name it; a mark stays besides if `isNoteHere` knows its footnote, and is left out otherwise.
 */
export function withNewIds(slice: Slice, isNoteHere: (id: string) => boolean, newId: () => string): Slice {
  const notes = new Map<string, string>();
  slice.content.forEach((block) => {
    if (block.type.name === 'footnote') notes.set(String(block.attrs['id']), newId());
  });
  const renewed = (node: Node): Node | null => {
    if (node.isText) return node;
    const content = fragment(node.content);
    if (node.type.name === 'footnoteMark') {
      const note = String(node.attrs['note']);
      const known = notes.get(note) ?? (isNoteHere(note) ? note : undefined);
      return known === undefined ? null : node.type.create({ note: known }, content, node.marks);
    }
    if (!('id' in node.attrs)) return node.copy(content);
    const id = node.type.name === 'footnote' ? notes.get(String(node.attrs['id'])) : null;
    return node.type.create({ ...node.attrs, id }, content, node.marks);
  };
  const fragment = ({ content }: Fragment): Fragment => Fragment.fromArray(content.map(renewed).filter((node) => node !== null));
  return new Slice(fragment(slice.content), slice.openStart, slice.openEnd);
}
