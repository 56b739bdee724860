/**
 * A state costs the database as much as it is long, the rows behind it cost whoever loads the text: for so many bytes of the state
 * before it one more row has to wait, so that states never cost more than the rows that they spare.
 */
const BYTES_A_ROW = 100;

/** So many new rows are worth a new state, if the one before it has so many bytes. */
export const rowsWorthAState = (bytesBefore: number, leastRows: number): number => Math.max(leastRows, Math.ceil(bytesBefore / BYTES_A_ROW));
