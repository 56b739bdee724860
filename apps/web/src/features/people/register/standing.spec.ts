import { describe, expect, it } from '@jest/globals';
import { mandate } from '../people.fixture.js';
import { standingOf } from './standing.js';

const now = new Date('2026-11-24T12:00:00Z');
const second = (more: number): string => new Date(now.getTime() + more * 1_000).toISOString();

describe('where a mandate stands', () => {
  it.each([
    [{}, 'in-force'],
    [{ startsAt: second(0) }, 'in-force'],
    [{ startsAt: second(1) }, 'upcoming'],
    [{ endsAt: second(1) }, 'in-force'],
    [{ endsAt: second(0) }, 'ended'],
    [{ withdrawnAt: second(-1) }, 'withdrawn'],
    [{ withdrawnAt: second(-1), endsAt: second(-1) }, 'withdrawn'],
    [{ withdrawnAt: second(-1), startsAt: second(1) }, 'withdrawn'],
  ] as const)('[PE3] with %j is %s', (change, standing) => {
    expect(standingOf(mandate('md', change), now)).toBe(standing);
  });
});
