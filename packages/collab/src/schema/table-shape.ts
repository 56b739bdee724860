/**
 * How many cells each row of a table lacks to be as long as the longest.
 *
 * @param lengths cells of each row
 */
export function missingCells(lengths: readonly number[]): number[] {
  const width = Math.max(0, ...lengths);
  return lengths.map((length) => width - length);
}
