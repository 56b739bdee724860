import { isInForce } from './mandate.js';
import { mayPerform, ROLE_TABLE, type Action } from './role-table.js';
import type { ROLES } from './role.js';

const may = (action: Action, role: (typeof ROLES)[number], isOwn = true): boolean => mayPerform(action, role, { isOwn }).ok;

describe('ROLE_TABLE', () => {
  it('[PE1] separates duties: who administers writes no text, who moderates holds no position', () => {
    for (const action of ['type-text', 'suggest-comment', 'take-position', 'change-phase', 'name-drafters'] as const) {
      expect(may(action, 'secretariat')).toBe(false);
    }
    expect(may('take-position', 'moderator')).toBe(false);
    for (const action of ['administer-forum', 'administer-people'] as const) expect(may(action, 'moderator')).toBe(false);
  });

  it('[PE2] grants "own" only for what is one’s own, and "propose" never', () => {
    expect(may('keep-outline', 'rapporteur', true)).toBe(true);
    expect(may('keep-outline', 'rapporteur', false)).toBe(false);
    expect(may('change-phase', 'rapporteur', true)).toBe(false);
    expect(may('administer-people', 'focal_point', false)).toBe(false);
    expect(may('administer-forum', 'focal_point', true)).toBe(false);
  });

  it('[PE2] gives the public nothing but its part of the ledger', () => {
    const granted = (Object.keys(ROLE_TABLE) as Action[]).filter((action) => mayPerform(action, 'public', { isOwn: true }).ok);
    expect(granted).toEqual(['read-ledger']);
  });
});

describe('isInForce', () => {
  const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
  const term = { startsAt: day(10), endsAt: day(20), withdrawnAt: null };

  it('[PE3] from its first moment until its last, unless withdrawn', () => {
    expect([9, 10, 19, 20].map((number) => isInForce(term, day(number)))).toEqual([false, true, true, false]);
    expect(isInForce({ ...term, endsAt: null }, day(500))).toBe(true);
    expect(isInForce({ ...term, withdrawnAt: day(12) }, day(15))).toBe(false);
  });
});
