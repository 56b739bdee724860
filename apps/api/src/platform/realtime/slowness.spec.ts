import { LIMITS } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';
import { Slowness } from './slowness.js';

const { bytes, still } = LIMITS.untaken;

describe('[R16] a connection', () => {
  it('may leave 4 MiB, and not a byte more', () => {
    const slowness = new Slowness();
    expect([bytes, bytes + 1].map((untaken) => slowness.isTooSlow({ untaken, taken: 0 }, 0))).toEqual([false, true]);
  });

  it('may stand still for 10 s with something to take, and not a moment longer', () => {
    const slowness = new Slowness();
    expect([0, still, still + 1].map((now) => slowness.isTooSlow({ untaken: 1, taken: 100 }, now))).toEqual([false, false, true]);
  });

  it('is slow and not still while anything leaves, however much waits', () => {
    const slowness = new Slowness();
    const moments = Array.from({ length: 60 }, (_, second) => slowness.isTooSlow({ untaken: bytes, taken: second }, second * 1_000));
    expect(moments).not.toContain(true);
  });

  it('is not still while there is nothing to take', () => {
    const slowness = new Slowness();
    expect(slowness.isTooSlow({ untaken: 0, taken: 5 }, 0)).toBe(false);
    expect(slowness.isTooSlow({ untaken: 0, taken: 5 }, 10 * still)).toBe(false);
    expect(slowness.isTooSlow({ untaken: 1, taken: 5 }, 10 * still + 1)).toBe(false);
    expect(slowness.isTooSlow({ untaken: 1, taken: 5 }, 11 * still + 1)).toBe(true);
  });
});
