import type { Node, ResolvedPos } from 'prosemirror-model';

/** A cell of a table: where the table stands and which of its rows and columns it is. */
export interface TablePlace {
  readonly table: Node;
  /** Position before the table. */
  readonly position: number;
  readonly row: number;
  readonly column: number;
}

const depthOfTable = ($position: ResolvedPos): number | null => {
  for (let depth = $position.depth - 2; depth > 0; depth--) if ($position.node(depth).type.name === 'table') return depth;
  return null;
};

/** The cell around a position; null outside of tables. */
export function tablePlace($position: ResolvedPos): TablePlace | null {
  const depth = depthOfTable($position);
  if (depth === null) return null;
  return { table: $position.node(depth), position: $position.before(depth), row: $position.index(depth), column: $position.index(depth + 1) };
}

/** Position before a cell or, where the row is shorter, at the end of the row. */
export function cellPosition({ table, position }: TablePlace, row: number, column: number): number {
  const cells = table.child(row).children.slice(0, column);
  return rowPosition({ table, position }, row) + 1 + cells.reduce((size, cell) => size + cell.nodeSize, 0);
}

/** Position before a row, or behind the last one. */
export const rowPosition = ({ table, position }: Pick<TablePlace, 'table' | 'position'>, row: number): number =>
  table.children.slice(0, row).reduce((size, each) => size + each.nodeSize, position + 1);

/** Cells of the longest row. */
export const columnsOf = (table: Node): number => Math.max(0, ...table.children.map(({ childCount }) => childCount));
