import type { CentreView, MandateView, MemberView, PeopleView } from '@expert-forum/contracts';
import { actsForCentre, ROLES, type Role } from '@expert-forum/domain';
import { isCurrent } from './standing.js';

/** A member as one part of the register lists them: with the mandates they hold or held there. */
export interface Entry {
  readonly member: MemberView;
  readonly mandates: readonly MandateView[];
}

export interface CentrePart {
  readonly centre: CentreView;
  readonly entries: readonly Entry[];
}

export interface CountryPart {
  readonly country: PeopleView['countries'][number];
  readonly centres: readonly CentrePart[];
}

export interface OfficePart {
  readonly role: Role;
  readonly entries: readonly Entry[];
}

/** Centres by country, and the offices of the forum, whose mandates have no centre. */
export interface Register {
  readonly countries: readonly CountryPart[];
  readonly offices: readonly OfficePart[];
}

export const countryOf = ({ code }: Pick<CentreView, 'code'>): string => code.slice(0, 3);

export function readRegister({ countries, centres, members }: PeopleView, now: Date): Register {
  const entriesOf = (belongs: (mandate: MandateView) => boolean): Entry[] =>
    members
      .map((member) => ({ member, mandates: shown(member.mandates.filter(belongs), now) }))
      .filter(({ mandates }) => mandates.length > 0)
      .sort((one, other) => rank(one, now) - rank(other, now));
  return {
    countries: countries.map((country) => ({
      country,
      centres: centres
        .filter((centre) => countryOf(centre) === country.code)
        .map((centre) => ({ centre, entries: entriesOf((mandate) => mandate.centre?.id === centre.id) })),
    })),
    offices: ROLES.filter((role) => !actsForCentre(role))
      .map((role) => ({ role, entries: entriesOf((mandate) => mandate.centre === null && mandate.role === role) }))
      .filter(({ entries }) => entries.length > 0),
  };
}

/** What was granted once is shown in the register only where nothing has followed it. */
function shown(mandates: readonly MandateView[], now: Date): readonly MandateView[] {
  const current = mandates.filter((mandate) => isCurrent(mandate, now));
  return current.length > 0 ? current : mandates.slice(-1);
}

/** Those who act today come first, by role; the order of names is the server's. */
function rank({ mandates }: Entry, now: Date): number {
  const roles = mandates.map(({ role }) => ROLES.indexOf(role));
  return Math.min(...roles) + (mandates.some((mandate) => isCurrent(mandate, now)) ? 0 : ROLES.length);
}

export const partsOf = ({ countries, offices }: Register): { readonly entries: readonly Entry[] }[] => [
  ...countries.flatMap(({ centres }) => centres),
  ...offices,
];

/** How many members of these parts hold something or will. */
export function countCurrent(parts: readonly { readonly entries: readonly Entry[] }[], now: Date): number {
  const entries = parts.flatMap(({ entries }) => entries);
  return new Set(entries.filter(({ mandates }) => mandates.some((mandate) => isCurrent(mandate, now))).map(({ member }) => member.id)).size;
}
