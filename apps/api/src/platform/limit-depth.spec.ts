import { isDeeperThan } from './limit-depth.js';

describe('isDeeperThan', () => {
  it('[P11] counts lists and objects in each other, however many there are', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect([32, 33, 100_000].map((levels) => isDeeperThan(32, nested(levels)))).toEqual([false, true, true]);
    expect(isDeeperThan(1, { a: 1, b: { c: 1 } })).toBe(true);
    expect(['word', null, undefined, [{}, {}, {}]].map((value) => isDeeperThan(2, value))).toEqual([false, false, false, false]);
  });
});
