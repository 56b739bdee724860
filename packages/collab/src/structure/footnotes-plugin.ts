import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import { sectionSyncKey } from '../binding/section-sync-key.js';
import { footnoteMarks, footnotesOf } from './footnotes.js';

/**
 * A footnote goes with the last of its marks, in one step that undo takes back. What was cut may be pasted again: then the
 * footnote stays and waits for its mark.
 */
export const footnotesPlugin = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, { doc: before }, { doc, tr }) {
      const isOwn = transactions.every((each) => each.getMeta(sectionSyncKey) !== true && each.getMeta('uiEvent') !== 'cut');
      if (!isOwn || !transactions.some(deletes)) return null;
      const lost = notesWithoutMark(before, doc);
      if (lost.size === 0) return null;
      for (const { id, node, position } of footnotesOf(doc).reverse()) {
        if (lost.has(id) && doc.childCount > 1) tr.delete(position, position + node.nodeSize);
      }
      return tr.docChanged ? tr : null;
    },
  });

function deletes({ mapping }: Transaction): boolean {
  let isLess = false;
  mapping.maps.forEach((map) => map.forEach((from, to) => (isLess ||= to > from)));
  return isLess;
}

/** Those whose mark stood in the text before. */
function notesWithoutMark(before: Node, after: Node): ReadonlySet<string> {
  const marked = new Set(footnoteMarks(before).map(({ note }) => note));
  for (const { note } of marked.size === 0 ? [] : footnoteMarks(after)) marked.delete(note);
  return marked;
}
