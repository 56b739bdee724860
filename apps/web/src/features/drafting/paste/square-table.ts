/** No table of ours is wider or longer; what goes beyond is refused as a whole when it is inserted. */
const MOST = 1_000;

/** Gives every place of a table a cell of its own: a cell that spans others keeps its words in its first place. */
export function squareTable(table: HTMLTableElement): void {
  const taken = new Set<string>();
  [...table.rows].forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of [...row.cells]) {
      for (; taken.has(`${rowIndex} ${column}`); column++) cell.before(document.createElement('td'));
      const [width, height] = [Math.min(cell.colSpan, MOST), Math.min(cell.rowSpan, MOST)];
      cell.removeAttribute('colspan');
      cell.removeAttribute('rowspan');
      for (let down = 1; down < height; down++) for (let across = 0; across < width; across++) taken.add(`${rowIndex + down} ${column + across}`);
      for (let across = 1; across < width; across++) cell.after(document.createElement('td'));
      column += width;
    }
  });
}
