import { describe, expect, it } from '@jest/globals';
import { forum, hokuto, kamola, mandate, member, sevara, timur } from '../people.fixture.js';
import { countCurrent, partsOf, readRegister } from './read-register.js';

const now = new Date('2026-11-24T12:00:00Z');
const withdrawn = { withdrawnAt: '2026-11-01T00:00:00.000Z' };
const rowsOf = (...members: Parameters<typeof forum>) => {
  const register = readRegister(forum(...members), now);
  const ofCentre = register.countries.flatMap(({ centres }) =>
    centres.flatMap(({ centre, entries }) => entries.map((entry) => [centre.code, entry.member.name, entry.mandates.map(({ id }) => id)])),
  );
  return { register, ofCentre };
};

describe('the register', () => {
  it('lists centres by country, also a country and a centre without anybody', () => {
    const { register } = rowsOf();
    expect(register.countries.map(({ country, centres }) => [country.code, centres.map(({ centre }) => centre.code)])).toEqual([
      ['JPN', ['JPN-HDP']],
      ['KAZ', []],
      ['UZB', ['UZB-CTP']],
    ]);
    expect(register.offices).toEqual([]);
  });

  it('lists a member wherever a mandate is or was held, and the offices by role', () => {
    const everywhere = member('Aziza', [
      mandate('md-1', { centre: hokuto }),
      mandate('md-2'),
      mandate('md-3', { role: 'translator', centre: null }),
    ]);
    const { register, ofCentre } = rowsOf(everywhere, sevara);
    expect(ofCentre).toEqual([
      ['JPN-HDP', 'Aziza', ['md-1']],
      ['UZB-CTP', 'Aziza', ['md-2']],
    ]);
    expect(register.offices.map(({ role, entries }) => [role, entries.map((entry) => entry.member.name)])).toEqual([
      ['secretariat', ['Sevara']],
      ['translator', ['Aziza']],
    ]);
    expect(countCurrent(partsOf(register), now)).toBe(2);
  });

  it('[PE3] shows what was withdrawn or has ended last, and only where nothing has followed it', () => {
    const former = member('Bobur', [mandate('md-old', { endsAt: '2026-07-01T00:00:00.000Z' }), mandate('md-gone', withdrawn)]);
    const again = member('Timur', [mandate('md-before', withdrawn), mandate('md-now')]);
    const { register, ofCentre } = rowsOf(former, again, kamola);
    expect(ofCentre).toEqual([
      ['UZB-CTP', 'Kamola', ['md-kamola']],
      ['UZB-CTP', 'Timur', ['md-now']],
      ['UZB-CTP', 'Bobur', ['md-gone']],
    ]);
    expect(countCurrent(partsOf(register), now)).toBe(2);
  });

  it('puts the focal point before the experts', () => {
    expect(rowsOf(timur, kamola).ofCentre.map(([, name]) => name)).toEqual(['Kamola', 'Timur']);
  });
});
