import { isLoginOpen } from './login-term.js';

const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(hours * HOUR);

describe('isLoginOpen', () => {
  it('[PE12] for twelve hours after the last sign of life, for seven days at most', () => {
    const idle = (hours: number): boolean => isLoginOpen({ createdAt: at(0), seenAt: at(1), endedAt: null }, at(1 + hours));
    expect([11.9, 12].map(idle)).toEqual([true, false]);
    const old = (hours: number): boolean => isLoginOpen({ createdAt: at(0), seenAt: at(hours), endedAt: null }, at(hours));
    expect([167.9, 168].map(old)).toEqual([true, false]);
    expect(isLoginOpen({ createdAt: at(0), seenAt: at(0), endedAt: at(1) }, at(1))).toBe(false);
  });
});
