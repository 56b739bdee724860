import type { LocalisedTitle } from '@expert-forum/contracts';
import type { Role } from '@expert-forum/domain';
import type { CentrePart, Entry, Register } from './read-register.js';

/** Letters as one types them: without case, accents, full-width forms and the many apostrophes of Uzbek. */
const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʻʼ`]/gu, '')
    .toLowerCase();

/** What is left of the register when each of the words has to be found. A centre that is found itself keeps its members. */
export function findPeople(register: Register, wanted: string, roleName: (role: Role) => string): Register {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return register;
  const isFound = (...hay: readonly string[]): boolean => {
    const folded = fold(hay.join(' '));
    return words.every((word) => folded.includes(word));
  };
  const found = (entries: readonly Entry[], ...place: readonly string[]): Entry[] =>
    entries.filter(({ member, mandates }) => isFound(member.name, member.email, ...mandates.map(({ role }) => roleName(role)), ...place));
  const inCentre = ({ centre, entries }: CentrePart, country: LocalisedTitle): CentrePart[] => {
    const place = [centre.code, ...namesOf(centre.name), ...namesOf(country)];
    const left = found(entries, ...place);
    return left.length > 0 || isFound(...place) ? [{ centre, entries: left }] : [];
  };
  return {
    countries: register.countries
      .map(({ country, centres }) => ({ country, centres: centres.flatMap((part) => inCentre(part, country.name)) }))
      .filter(({ centres }) => centres.length > 0),
    offices: register.offices
      .map(({ role, entries }) => ({ role, entries: found(entries) }))
      .filter(({ entries }) => entries.length > 0),
  };
}

const namesOf = ({ en, ru = '', ja = '' }: LocalisedTitle): string[] => [en, ru, ja];
