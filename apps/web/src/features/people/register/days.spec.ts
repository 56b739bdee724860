import { describe, expect, it } from '@jest/globals';
import { beginningOf, dayOf, endOf, lastHeld } from './days.js';

describe('days of a mandate', () => {
  it('[PE3] begin and end where the reader is: the last day belongs to it as a whole', () => {
    expect(beginningOf('2026-11-24')).toEqual(new Date(2026, 10, 24));
    expect(endOf('2026-11-24')).toEqual(new Date(2026, 10, 25));
    expect(endOf('2026-12-31')).toEqual(new Date(2027, 0, 1));
    expect(endOf('2028-02-28')).toEqual(new Date(2028, 1, 29));
  });

  it.each(['2026-03-29', '2026-10-25', '2026-12-31', '2027-01-01'])('[PE3] that are chosen are read back: %s', (day) => {
    expect(dayOf(lastHeld(endOf(day).toISOString()))).toBe(day);
    expect(dayOf(beginningOf(day))).toBe(day);
  });
});
