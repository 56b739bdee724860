import { entrustableRoles, fitsCentre, mayEntrust, remainsAdministered } from './entrusting.js';
import { ROLES } from './role.js';

describe('entrusting', () => {
  const focalPoint = { role: 'focal_point', centreId: 'own' } as const;

  it('[PE4] the secretariat entrusts everybody, a focal point the experts of the own centre, others nobody', () => {
    expect(entrustableRoles({ role: 'secretariat', centreId: null })).toEqual(ROLES);
    expect(entrustableRoles(focalPoint)).toEqual(['expert']);
    expect(mayEntrust(focalPoint, { role: 'expert', centreId: 'other' })).toMatchObject({ problem: 'not-allowed' });
    for (const role of ROLES.filter((each) => each !== 'secretariat' && each !== 'focal_point')) {
      expect(entrustableRoles({ role, centreId: 'own' })).toEqual([]);
    }
  });

  it('[PE5] a focal point and an expert act for a centre, and nobody else', () => {
    expect(fitsCentre({ role: 'expert', centreId: null })).toMatchObject({ problem: 'centre-required' });
    expect(fitsCentre({ role: 'moderator', centreId: 'any' })).toMatchObject({ problem: 'centre-forbidden' });
    expect(fitsCentre(focalPoint)).toEqual({ ok: true });
    expect(fitsCentre({ role: 'moderator', centreId: null })).toEqual({ ok: true });
  });

  it('[PE8] the forum remains administered by a mandate in force that ends no sooner', () => {
    const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
    const other = { startsAt: day(1), endsAt: day(20), withdrawnAt: null };
    const remains = (endsAt: Date, change: object = {}): boolean => remainsAdministered([{ ...other, ...change }], endsAt, day(10));
    expect([day(10), day(20), day(21)].map((endsAt) => remains(endsAt))).toEqual([true, true, false]);
    expect(remains(day(500), { endsAt: null })).toBe(true);
    expect(remains(day(10), { withdrawnAt: day(9) })).toBe(false);
    expect(remains(day(10), { startsAt: day(11) })).toBe(false);
    expect(remainsAdministered([], day(10), day(10))).toBe(false);
  });
});
