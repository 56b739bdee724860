import { median, percentile } from './percentile.ts';

describe('percentiles', () => {
  it('[B1] take the nearest rank and never invent a value between two', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect([percentile(values, 50), percentile(values, 95), percentile(values, 99)]).toEqual([100, 190, 198]);
    expect(percentile([7], 99)).toBe(7);
  });

  it('[B1] refuse to say anything about no values', () => {
    expect(() => percentile([], 50)).toThrow(RangeError);
  });

  it('[B1] give the middle of three runs', () => {
    expect(median([9, 1, 4])).toBe(4);
  });
});
