import { describe, expect, it } from '@jest/globals';
import { chirchik, forum, hokuto, kamola, mandate, member, sevara, timur } from '../people.fixture.js';
import { findPeople } from './find-people.js';
import { partsOf, readRegister } from './read-register.js';

const ogulnar = member('O‘g‘ulnar Ñ.', [mandate('md-o', { centre: hokuto })], { email: 'ogulnar@forum.example' });
const register = readRegister(forum(kamola, ogulnar, sevara, timur), new Date('2026-11-24T12:00:00Z'));
const ROLE_NAMES: Record<string, string> = { focal_point: 'Focal point', expert: 'Expert', secretariat: 'Secretariat' };

const find = (wanted: string) => {
  const left = findPeople(register, wanted, (role) => ROLE_NAMES[role] ?? role);
  const names = partsOf(left).flatMap(({ entries }) => entries.map((entry) => entry.member.name));
  return { names, codes: left.countries.flatMap(({ centres }) => centres.map(({ centre }) => centre.code)) };
};

describe('finding people', () => {
  it('gives the whole register, countries without centres as well, when nothing is looked for', () => {
    expect(findPeople(register, '  ', String)).toBe(register);
  });

  it.each([
    ['timur', ['Timur']],
    ['TIMUR@forum', ['Timur']],
    ['focal', ['Kamola']],
    ['secretariat', ['Sevara']],
    ['uzb-ctp', ['Kamola', 'Timur']],
    ['uzbekistan expert', ['Timur']],
    ['expert japan', [ogulnar.name]],
    ['チルチク', ['Kamola', 'Timur']],
    ['ＵＺＢ', ['Kamola', 'Timur']],
    ["o'gulnar n", [ogulnar.name]],
    ['ogʻulnar', [ogulnar.name]],
    ['nobody', []],
  ])('finds by %s: %j', (wanted, names) => {
    expect(find(wanted).names).toEqual(names);
  });

  it('keeps a centre that is found itself, though nobody acts for it', () => {
    const empty = readRegister(forum(sevara), new Date('2026-11-24T12:00:00Z'));
    expect(partsOf(findPeople(empty, chirchik.code, String))).toHaveLength(1);
    expect(partsOf(findPeople(empty, 'expert', String))).toHaveLength(0);
  });
});
