import { isLargeDeletion, offeredDeletion } from './large-deletion.js';

describe('isLargeDeletion', () => {
  it('[HI13] takes 500 characters at least, and leaves less than half', () => {
    expect([isLargeDeletion(999, 499), isLargeDeletion(1_000, 500), isLargeDeletion(998, 499), isLargeDeletion(500, 0), isLargeDeletion(499, 0)]).toEqual([true, false, false, true, false]);
  });
});

describe('offeredDeletion', () => {
  const now = new Date('2026-06-02T12:00:00Z');
  const kept = (kind: 'deletion' | 'restore' | 'named', createdAt: string) => ({ kind, createdAt });
  const deletion = kept('deletion', '2026-06-02T11:00:00Z');

  it('[HI14] is the latest one of a day, unless something was brought back since', () => {
    expect(offeredDeletion([kept('named', '2026-06-02T11:30:00Z'), deletion, kept('deletion', '2026-06-02T10:00:00Z')], now)).toBe(deletion);
    expect(offeredDeletion([kept('restore', '2026-06-02T11:30:00Z'), deletion], now)).toBeNull();
    expect(offeredDeletion([kept('deletion', '2026-06-01T12:00:00Z')], now)).toBeNull();
    expect(offeredDeletion([], now)).toBeNull();
  });
});
