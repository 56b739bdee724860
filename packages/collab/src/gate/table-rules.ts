import { LIMITS } from '@expert-forum/domain';
import * as Y from 'yjs';
import { missingCells } from '../schema/table-shape.js';
import type { SharedType } from './shared-type.js';

/** The table whose shape depends on the children of this block: itself, or the one whose row it is. */
export function tableOf(type: SharedType): Y.XmlElement | null {
  if (!(type instanceof Y.XmlElement)) return null;
  if (type.nodeName === 'table') return type;
  return type.nodeName === 'tableRow' && type.parent instanceof Y.XmlElement ? type.parent : null;
}

const rowsOf = (table: Y.XmlElement): Y.XmlElement[] => table.toArray().filter((row) => row instanceof Y.XmlElement);

/** Rows of unequal length: two people added a row and a column at once. */
export const isRagged = (table: Y.XmlElement): boolean => missingCells(rowsOf(table).map(({ length }) => length)).some((missing) => missing > 0);

export function isTooLarge(table: Y.XmlElement): boolean {
  const { rows, columns } = LIMITS.table;
  return table.length > rows || rowsOf(table).some(({ length }) => length > columns);
}

/** Appends what `newCell` makes to the rows that are too short. */
export function fillRows(table: Y.XmlElement, newCell: () => Y.XmlElement): void {
  const rows = rowsOf(table);
  missingCells(rows.map(({ length }) => length)).forEach((missing, index) => rows[index]?.push(Array.from({ length: missing }, newCell)));
}
