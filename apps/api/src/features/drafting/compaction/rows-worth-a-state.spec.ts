import { rowsWorthAState } from './rows-worth-a-state.js';

describe('rows that are worth a new state', () => {
  it('[CO2] are a hundred behind a short text or none, and more behind a long one', () => {
    expect([0, 1_000, 10_000].map((bytes) => rowsWorthAState(bytes, 100))).toEqual([100, 100, 100]);
    expect(rowsWorthAState(300 * 1024, 100)).toBe(3_072);
  });

  it('[CO2] cost no more than 100 bytes of state each, however often a text is written as one', () => {
    let [bytes, rows, written, state] = [0, 0, 0, 0];
    for (let row = 0; row < 50_000; row += 1) {
      [bytes, rows] = [bytes + 8, rows + 1];
      if (rows < rowsWorthAState(state, 100)) continue;
      [rows, written, state] = [0, written + bytes, bytes];
    }
    expect(written / 50_000).toBeLessThan(115);
  });
});
