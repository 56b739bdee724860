import type { Node, Schema } from 'prosemirror-model';
import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { sectionSyncKey } from '../binding/section-sync-key.js';
import { missingCells } from '../schema/table-shape.js';
import { cellPosition, rowPosition, tablePlace } from './table-place.js';

/**
 * Keeps what its own user does with tables whole: rows stay of one length, also after a paste or a deletion that went across
 * cells, and a selection that began in a cell ends in it. What others did at the same time is the server's to repair (R11).
 */
export const tablesPlugin = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, _before, state) {
      if (transactions.some((transaction) => transaction.getMeta(sectionSyncKey) === true)) return null;
      const filled = transactions.some(({ docChanged }) => docChanged) ? withFullRows(state) : null;
      return filled ?? withinCell(state);
    },
  });

function withFullRows({ doc, schema, tr }: EditorState): Transaction | null {
  let end = doc.content.size;
  for (let index = doc.childCount - 1; index >= 0; index--) {
    const table = doc.child(index);
    end -= table.nodeSize;
    if (table.type.name === 'table') fillRows(tr, schema, table, end);
  }
  return tr.docChanged ? tr : null;
}

function fillRows(tr: Transaction, schema: Schema, table: Node, position: number): void {
  const missing = missingCells(table.children.map(({ childCount }) => childCount));
  for (let row = table.childCount - 1; row >= 0; row--) {
    const cells = Array.from({ length: missing[row] ?? 0 }, () => schema.node('tableCell', null, [schema.node('paragraph')]));
    if (cells.length > 0) tr.insert(rowPosition({ table, position }, row + 1) - 1, cells);
  }
}

/** Text that is selected over the border of a cell could be deleted with the border. */
function withinCell({ selection, tr }: EditorState): Transaction | null {
  if (!(selection instanceof TextSelection)) return null;
  const [anchor, head] = [tablePlace(selection.$anchor), tablePlace(selection.$head)];
  if (anchor === null || head === null || anchor.position !== head.position) return null;
  if (anchor.row === head.row && anchor.column === head.column) return null;
  const start = cellPosition(anchor, anchor.row, anchor.column);
  const end = start + anchor.table.child(anchor.row).child(anchor.column).nodeSize;
  const edge = selection.head > selection.anchor ? end - 1 : start + 1;
  return tr.setSelection(TextSelection.between(selection.$anchor, tr.doc.resolve(edge)));
}
