import { describe, expect, it } from '@jest/globals';
import { TextSelection, type Command } from 'prosemirror-state';
import { insert } from '../testing/random-edits.js';
import { SharedSection, type HeadlessEditor } from '../binding/replicas.fixture.js';
import { addColumn, addRow, goToCell, insertTable, removeColumn, removeRow, removeTable } from './table-commands.js';

const run = (editor: HeadlessEditor, ...commands: Command[]): boolean[] =>
  commands.map((command) => command(editor.state, (transaction) => editor.dispatch(transaction)));

/** A table as lines of its cells' words. */
function grid({ state: { doc } }: HeadlessEditor): string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'tableRow') lines.push(node.children.map(({ type, textContent }) => (type.name === 'tableHeader' ? `*${textContent}` : textContent)).join('|'));
    return node.type.name === 'doc' || node.type.name === 'table';
  });
  return lines;
}

function editorWithTable(...blocks: string[]): { section: SharedSection; editor: HeadlessEditor } {
  const section = new SharedSection(blocks.length > 0 ? blocks : ['before', 'after']);
  const editor = section.editor(0);
  editor.dispatch(editor.state.tr.setSelection(TextSelection.atStart(editor.state.doc)));
  run(editor, insertTable(2, 2), insert('a'), goToCell(1), insert('b'), goToCell(1), insert('c'), goToCell(1), insert('d'));
  return { section, editor };
}

describe('tables', () => {
  it('[TB1] begin with a row of headings behind the paragraph of the caret, and the text goes on below', () => {
    const { editor } = editorWithTable('only');
    expect(grid(editor)).toEqual(['*a|*b', 'c|d']);
    expect(editor.state.doc.children.map(({ type }) => type.name)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  it('[TB1] take the place of an empty paragraph', () => {
    const { editor } = editorWithTable('', 'after');
    expect(editor.state.doc.children.map(({ type }) => type.name)).toEqual(['table', 'paragraph']);
  });

  it('[TB2] grow by rows and columns beside the caret, the headings on top', () => {
    const { editor } = editorWithTable();
    run(editor, addRow('before'), insert('x'), addColumn('after'), insert('y'));
    expect(grid(editor)).toEqual(['*a|*b|*', '|x|y', 'c|d|']);
    run(editor, goToCell(-1), goToCell(-1), goToCell(-1));
    expect(run(editor, addRow('before'))).toEqual([false]);
  });

  it('[TB2] shrink by rows and columns, and end with the last', () => {
    const { editor } = editorWithTable();
    run(editor, removeColumn);
    expect(grid(editor)).toEqual(['*a', 'c']);
    run(editor, removeRow);
    expect(grid(editor)).toEqual(['*a']);
    run(editor, removeRow);
    expect(grid(editor)).toEqual([]);
    expect(editor.state.doc.textContent).toBe('beforeafter');
  });

  it('[TB2] go as a whole, and come back by undo', () => {
    const { editor } = editorWithTable();
    editor.undo.endStep();
    run(editor, removeTable);
    expect(grid(editor)).toEqual([]);
    editor.undo.undo();
    expect(grid(editor)).toEqual(['*a|*b', 'c|d']);
  });

  it('[TB2] hold at most 200 rows and 12 columns', () => {
    const { editor } = editorWithTable();
    const added = run(editor, ...Array.from({ length: 11 }, () => addColumn('after')));
    expect(added.filter(Boolean)).toHaveLength(10);
    const rows = run(editor, ...Array.from({ length: 199 }, () => addRow('after')));
    expect(rows.filter(Boolean)).toHaveLength(198);
  });

  it('[TB3] begin a new row behind the last cell', () => {
    const { editor } = editorWithTable();
    run(editor, goToCell(1), insert('e'));
    expect(grid(editor)).toEqual(['*a|*b', 'c|d', 'e|']);
  });

  it('[TB4] keep a selection within the cell in which it began', () => {
    const { editor } = editorWithTable();
    const { doc, tr } = editor.state;
    const positions: number[] = [];
    doc.descendants((node, position) => void (node.isText && positions.push(position)));
    const [first, last] = [positions[1] ?? 0, positions[4] ?? 0];
    editor.dispatch(tr.setSelection(TextSelection.create(doc, first, last + 1)));
    run(editor, insert('X'));
    expect(grid(editor)).toEqual(['*X|*b', 'c|d']);
  });

  it('[TB5] a row and a column that two people add at once make a whole table on every screen', () => {
    const { section, editor } = editorWithTable();
    section.sync();
    const other = section.editor(1);
    const at = other.state.doc.content.size - 'after'.length - 6;
    other.dispatch(other.state.tr.setSelection(TextSelection.near(other.state.doc.resolve(at), -1)));
    run(editor, addRow('after'), insert('x'));
    expect(run(other, addColumn('after'), insert('y'))).toEqual([true, true]);
    section.sync();
    section.sync();
    expect(section.refusals).toEqual([]);
    expect(grid(editor)).toEqual(['*a|*b|*', 'c|d|y', '|x|']);
    expect(grid(other)).toEqual(grid(editor));
  });

  it('[TB5] what goes with a deletion over cells leaves rows of one length', () => {
    const { section, editor } = editorWithTable();
    const { doc, tr } = editor.state;
    const positions: number[] = [];
    doc.descendants((node, position) => void (node.isText && positions.push(position)));
    editor.dispatch(tr.setSelection(TextSelection.create(doc, 3, (positions[2] ?? 0) + 1)));
    editor.dispatch(editor.state.tr.deleteSelection());
    const lengths = new Set(editor.state.doc.children.flatMap((block) => (block.type.name === 'table' ? block.children.map(({ childCount }) => childCount) : [])));
    expect(lengths.size).toBeLessThanOrEqual(1);
    section.sync();
    expect(section.refusals).toEqual([]);
  });
});
