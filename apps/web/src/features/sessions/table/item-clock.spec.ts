import { describe, expect, it } from '@jest/globals';
import { after } from '../session.fixture.js';
import { clockFace, itemClock } from './item-clock.js';

const at = (seconds: number) => itemClock({ activatedAt: after(0), minutes: 10 }, new Date(after(seconds)));

describe('the clock of an item', () => {
  it.each([
    [-3, { seconds: 600, isLow: false, isOver: false }],
    [60, { seconds: 540, isLow: false, isOver: false }],
    [480, { seconds: 120, isLow: true, isOver: false }],
    [600, { seconds: 0, isLow: true, isOver: false }],
    [665, { seconds: -65, isLow: false, isOver: true }],
  ])('counts down, warns in the last fifth and counts up: after %s s', (seconds, clock) => {
    expect(at(seconds)).toEqual(clock);
  });

  it('is none for an item that was never on the table', () => {
    expect(itemClock({ activatedAt: null, minutes: 10 }, new Date(after(0)))).toBeNull();
  });

  it.each([
    [1_460, '24:20'],
    [-65, '1:05'],
    [3_860, '1:04:20'],
  ])('shows %s s as %s', (seconds, face) => {
    expect(clockFace(seconds)).toBe(face);
  });
});
