/** Numbers of footnotes, from 1, in the order in which the text first names them: a note that is named twice has one number. */
export function numberNotes(named: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(named)].map((note, index) => [note, index + 1]));
}
