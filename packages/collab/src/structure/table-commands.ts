import { LIMITS } from '@expert-forum/domain';
import { Fragment, type Node, type Schema } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { cellPosition, columnsOf, rowPosition, tablePlace, type TablePlace } from './table-place.js';

type CellName = 'tableHeader' | 'tableCell';

const cellOf = (schema: Schema, name: CellName): Node => schema.node(name, null, [schema.node('paragraph')]);

const rowOf = (schema: Schema, name: CellName, columns: number): Node =>
  schema.node('tableRow', null, Array.from({ length: columns }, () => cellOf(schema, name)));

/**
 * Inserts an empty table with a row of headings behind the block of the root that holds the caret, or in place of an empty
 * paragraph, and puts the caret into its first cell.
 */
export const insertTable =
  (rows: number, columns: number): Command =>
  ({ selection: { $from }, schema, tr }, dispatch) => {
    if ($from.depth === 0 || ['table', 'footnote'].includes($from.node(1).type.name)) return false;
    const block = $from.node(1);
    const isEmpty = block.type.name === 'paragraph' && block.content.size === 0;
    const [from, to] = [isEmpty ? $from.before(1) : $from.after(1), $from.after(1)];
    const body = Array.from({ length: rows - 1 }, () => rowOf(schema, 'tableCell', columns));
    const table = schema.node('table', null, [rowOf(schema, 'tableHeader', columns), ...body]);
    const follower = tr.doc.maybeChild($from.index(0) + 1)?.type.name;
    // The text has to go on below a table that stands at its end.
    const needsParagraph = follower === undefined || follower === 'table' || follower === 'footnote';
    tr.replaceWith(from, to, Fragment.from(needsParagraph ? [table, schema.node('paragraph')] : [table]));
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView());
    return true;
  };

/** A command on the cell that holds the caret. */
const inTable =
  (act: (place: TablePlace, state: EditorState) => Transaction | null): Command =>
  (state, dispatch) => {
    const place = tablePlace(state.selection.$from);
    const transaction = place && act(place, state);
    if (transaction === null) return false;
    dispatch?.(transaction.scrollIntoView());
    return true;
  };

export type Side = 'before' | 'after';

/** A row of plain cells; the row of headings stays on top. */
export const addRow = (side: Side): Command =>
  inTable((place, { tr, schema }) => {
    const isHeading = side === 'before' && place.table.child(place.row).firstChild?.type.name === 'tableHeader' && place.row === 0;
    if (isHeading || place.table.childCount >= LIMITS.table.rows) return null;
    const row = side === 'before' ? place.row : place.row + 1;
    tr.insert(rowPosition(place, row), rowOf(schema, 'tableCell', columnsOf(place.table)));
    return caretIn(tr, place, row, place.column);
  });

/** A cell in each row, of the kind that stands beside it. */
export const addColumn = (side: Side): Command =>
  inTable((place, { tr, schema }) => {
    if (columnsOf(place.table) >= LIMITS.table.columns) return null;
    const column = side === 'before' ? place.column : place.column + 1;
    for (let row = place.table.childCount - 1; row >= 0; row--) {
      const name = place.table.child(row).firstChild?.type.name === 'tableHeader' ? 'tableHeader' : 'tableCell';
      tr.insert(cellPosition(place, row, column), cellOf(schema, name));
    }
    return caretIn(tr, place, place.row, column);
  });

/** Without its last row there is no table. */
export const removeRow: Command = inTable((place, { tr }) => {
  if (place.table.childCount === 1) return withoutTable(tr, place);
  tr.delete(rowPosition(place, place.row), rowPosition(place, place.row + 1));
  return caretIn(tr, place, Math.min(place.row, place.table.childCount - 2), place.column);
});

/** Without its last column there is no table. */
export const removeColumn: Command = inTable((place, { tr }) => {
  if (columnsOf(place.table) === 1) return withoutTable(tr, place);
  for (let row = place.table.childCount - 1; row >= 0; row--) {
    const { childCount } = place.table.child(row);
    if (place.column >= childCount || childCount === 1) continue;
    tr.delete(cellPosition(place, row, place.column), cellPosition(place, row, place.column + 1));
  }
  return caretIn(tr, place, place.row, Math.min(place.column, columnsOf(place.table) - 2));
});

export const removeTable: Command = inTable((place, { tr }) => withoutTable(tr, place));

function withoutTable(tr: Transaction, { table, position }: TablePlace): Transaction {
  const isAlone = tr.doc.childCount === 1;
  if (isAlone) tr.replaceWith(position, position + table.nodeSize, table.type.schema.node('paragraph'));
  else tr.delete(position, position + table.nodeSize);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(position, tr.doc.content.size)), -1));
}

/** To the next cell or the one before; behind the last a new row begins. */
export const goToCell = (step: 1 | -1): Command =>
  inTable((place, state) => {
    const next = cellBeside(place, step);
    if (next !== null) return caretIn(state.tr, place, next.row, next.column);
    if (step < 0) return null;
    let added: Transaction | null = null;
    addRow('after')(state, (transaction) => (added = transaction));
    return added && caretIn(added, place, place.row + 1, 0);
  });

function cellBeside({ table, row, column }: TablePlace, step: 1 | -1): { row: number; column: number } | null {
  const inRow = column + step;
  if (inRow >= 0 && inRow < table.child(row).childCount) return { row, column: inRow };
  const other = table.maybeChild(row + step);
  return other && { row: row + step, column: step > 0 ? 0 : other.childCount - 1 };
}

function caretIn(tr: Transaction, { position }: TablePlace, row: number, column: number): Transaction {
  const table = tr.doc.nodeAt(position);
  const last = table?.child(row).childCount ?? 1;
  const cell = table && cellPosition({ table, position, row, column }, row, Math.min(column, last - 1));
  return cell === null ? tr : tr.setSelection(TextSelection.near(tr.doc.resolve(cell + 1)));
}
