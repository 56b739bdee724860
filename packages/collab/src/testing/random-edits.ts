import { joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { Fragment, Slice, type Node, type NodeType } from 'prosemirror-model';
import { TextSelection, type Command } from 'prosemirror-state';
import type { BoundEditor } from '../binding/section-binding.js';
import { sectionSchema } from '../schema/section-schema.js';
import { insertFootnote, removeEmptyFootnote } from '../structure/footnote-commands.js';
import { insertReference } from '../structure/insert-reference.js';
import { addColumn, addRow, goToCell, insertTable, removeColumn, removeRow } from '../structure/table-commands.js';

function node(name: string): NodeType {
  const type = sectionSchema.nodes[name];
  if (type === undefined) throw new RangeError(`no node ${name}`);
  return type;
}

/** Types `text` in place of what is selected. */
export const insert =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(text));
    return true;
  };

const remove: Command = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return true;
};

/** Takes what is selected away and gives it to `keep`. */
export const cut =
  (keep: (slice: Slice) => void): Command =>
  (state, dispatch) => {
    if (state.selection.empty) return false;
    keep(state.selection.content());
    return remove(state, dispatch);
  };

/** Puts down what was cut. */
export const put =
  (slice: Slice): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.replaceSelection(slice));
    return true;
  };

const breakLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.isTextblock) return false;
  dispatch?.(state.tr.replaceSelectionWith(node('hardBreak').create()));
  return true;
};

/** Pastes a paragraph with a mark, a list and half of a paragraph: an open slice, as copying from a page makes it. */
const paste: Command = (state, dispatch) => {
  const paragraph = (text: string) => node('paragraph').create(null, sectionSchema.text(text, [sectionSchema.mark('italic')]));
  const list = node('bulletList').create(null, node('listItem').create(null, paragraph('item')));
  dispatch?.(state.tr.replaceSelection(new Slice(Fragment.from([paragraph('start'), list, paragraph('end')]), 1, 1)));
  return true;
};

const mark = (name: 'bold' | 'italic' | 'link'): Command => {
  const type = sectionSchema.marks[name];
  if (type === undefined) throw new RangeError(`no mark ${name}`);
  return toggleMark(type, name === 'link' ? { href: 'https://example.org/' } : null);
};

/** What a writer can do to the text, by name. */
export const EDITS = {
  letter: insert('a'),
  word: insert('two b🌏 '),
  remove,
  breakLine,
  splitBlock,
  joinBackward,
  lift,
  paste,
  heading: setBlockType(node('heading'), { level: 2 }),
  paragraph: setBlockType(node('paragraph')),
  quote: wrapIn(node('blockquote')),
  bullets: wrapInList(node('bulletList')),
  numbers: wrapInList(node('orderedList')),
  splitItem: splitListItem(node('listItem')),
  liftItem: liftListItem(node('listItem')),
  sinkItem: sinkListItem(node('listItem')),
  table: insertTable(2, 2),
  row: addRow('after'),
  column: addColumn('before'),
  lessRow: removeRow,
  lessColumn: removeColumn,
  nextCell: goToCell(1),
  footnote: insertFootnote,
  lessFootnote: removeEmptyFootnote,
  reference: insertReference({ section: 's-0000000000', paragraph: 'p-0000000000' }),
  bold: mark('bold'),
  link: mark('link'),
} as const satisfies Record<string, Command>;

/** Puts the selection somewhere (`from` and `width` are fractions of the text) and does one edit there, if it can be done. */
export function edit(editor: BoundEditor, command: Command, from: number, width: number): void {
  const { doc, tr } = editor.state;
  const at = besidePair(doc, Math.floor(from * doc.content.size));
  const end = besidePair(doc, Math.min(at + Math.floor(width * 12), doc.content.size));
  editor.dispatch(tr.setSelection(TextSelection.between(doc.resolve(at), doc.resolve(end))));
  command(editor.state, (transaction) => editor.dispatch(transaction));
}

/** No screen puts a caret between the halves of a surrogate pair. */
const besidePair = (doc: Node, at: number): number =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(doc.textBetween(Math.max(at - 1, 0), Math.min(at + 1, doc.content.size))) ? at + 1 : at;
