import { footnoteMarks, footnotesOf } from '@expert-forum/collab/editor';
import { numberNotes } from '@expert-forum/domain';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<DecorationSet>('noteNumbers');

function decorations(doc: Node): DecorationSet {
  const marks = footnoteMarks(doc);
  const notes = footnotesOf(doc);
  if (marks.length + notes.length === 0) return DecorationSet.empty;
  const ids = new Set(notes.map(({ id }) => id));
  const numbers = numberNotes(marks.map(({ note }) => note).filter((note) => ids.has(note)));
  return DecorationSet.create(doc, [
    ...marks.map(({ note, position }) => Decoration.node(position, position + 1, {}, { number: numbers.get(note) ?? '?' })),
    ...notes.map(({ id, node, position }) =>
      Decoration.node(position, position + node.nodeSize, numbers.has(id) ? { 'data-number': String(numbers.get(id)) } : { 'data-unmarked': '' }),
    ),
  ]);
}

/** Gives footnotes and their marks the number that the order of the marks makes (FN1). */
export const noteNumbersPlugin = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: (_config, { doc }) => decorations(doc),
      apply: (transaction, shown) => (transaction.docChanged ? decorations(transaction.doc) : shown),
    },
    props: { decorations: (state) => key.getState(state) },
  });
