import { describe, expect, it } from '@jest/globals';
import { RingCount } from './ring-count.js';

describe('rings that are heard', () => {
  it('[ND3] are counted a node: a hole is noticed with the next ring, and behind the last one with the next beat', () => {
    const count = new RingCount();
    expect(count.hear('a', 7, false)).toBe(false); // what was before it was listened to is nobody's loss
    expect(count.hear('a', 8, false)).toBe(false);
    expect(count.hear('a', 8, true)).toBe(false);
    expect(count.hear('b', 1, false)).toBe(false);
    expect(count.hear('a', 10, false)).toBe(true);
    expect(count.hear('b', 3, true)).toBe(true);
    expect(count.hear('b', 3, true)).toBe(false);
  });

  it('[ND3] of nodes that are gone are forgotten, of those that speak not', () => {
    const count = new RingCount();
    count.hear('gone', 1, false);
    count.hear('here', 1, false);
    count.keepLatest(1);
    expect([count.hear('gone', 9, false), count.hear('here', 9, false)]).toEqual([false, true]);
  });
});
