import { highestHeld, isHeld, type Step } from './rates.ts';

const step = (rate: number, p99: number | null, made = rate): Step => ({ rate, made, p99 });

describe('rates', () => {
  it('[B5] are held at 100 ms, not above, and only where all was made and has arrived', () => {
    expect([step(1, 100), step(1, 101), step(1, null), step(100, 1, 95), step(100, 1, 94)].map(isHeld)).toEqual([true, false, false, true, false]);
  });

  it('[B5] end with the first that was not held', () => {
    expect(highestHeld([step(1_000, 5), step(2_000, 9), step(3_000, 400), step(4_000, 5)])).toBe(2_000);
    expect(highestHeld([step(1_000, null)])).toBe(0);
    expect(highestHeld([])).toBe(0);
  });
});
