import type { PresentPerson } from '@expert-forum/contracts';

/** Of one connection in one section of a node: who it is and where; null: it is there no more. */
export type Said = readonly [channel: number, connection: string, person: PresentPerson | null];

/** Of what is said, without what is put before it; PostgreSQL carries less than 8,000. */
export const MOST_BYTES = 7_500;

export const writeSaid = (said: readonly Said[]): string => JSON.stringify(said);

/** Nothing, if it is not what a node of this release says. */
export function readSaid(detail: string): readonly Said[] {
  if (detail === '') return [];
  const said: unknown = JSON.parse(detail);
  return Array.isArray(said) ? said.filter(isSaid) : [];
}

function isSaid(value: unknown): value is Said {
  if (!Array.isArray(value)) return false;
  const [channel, connection, person]: unknown[] = value;
  return typeof channel === 'number' && typeof connection === 'string' && (person === null || isPerson(person));
}

function isPerson(value: unknown): value is PresentPerson {
  if (typeof value !== 'object' || value === null) return false;
  return ['connection', 'label', 'colour'].every((name) => typeof Reflect.get(value, name) === 'string') && 'cursor' in value;
}
