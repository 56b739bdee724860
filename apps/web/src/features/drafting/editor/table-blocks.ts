import { goToCell } from '@expert-forum/collab/editor';
import { mergeAttributes, Node, type Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';

/** Runs a command of the collab package. */
export const run = (editor: Editor, command: Command): boolean => command(editor.state, (transaction) => editor.view.dispatch(transaction));

const CELL = '(paragraph | list)+';

/** In a frame of its own, which scrolls where the page is narrower than the table. */
export const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { class: 'table-frame' }), ['table', ['tbody', 0]]],
  addKeyboardShortcuts() {
    return { Tab: () => run(this.editor, goToCell(1)), 'Shift-Tab': () => run(this.editor, goToCell(-1)) };
  },
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: CELL,
  isolating: true,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', mergeAttributes(HTMLAttributes, { scope: 'col' }), 0],
});

export const TableCell = Node.create({
  name: 'tableCell',
  content: CELL,
  isolating: true,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});
