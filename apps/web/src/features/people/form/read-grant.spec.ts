import { describe, expect, it } from '@jest/globals';
import { readGrant } from './read-grant.js';

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('what a form grants', () => {
  it('[PE5] names a centre only for roles that act for one, and leaves out what is empty', () => {
    expect(readGrant(form({ role: 'expert', centreId: 'c-1', startsAt: '', endsAt: '' }))).toEqual({ role: 'expert', centreId: 'c-1' });
    expect(readGrant(form({ role: 'expert', centreId: '' }))).toEqual({ role: 'expert' });
    expect(readGrant(form({ role: 'moderator', centreId: 'c-1' }))).toEqual({ role: 'moderator' });
  });

  it('[PE3] sends the moments that the days of the reader stand for', () => {
    expect(readGrant(form({ role: 'observer', startsAt: '2026-11-24', endsAt: '2026-11-24' }))).toEqual({
      role: 'observer',
      startsAt: new Date(2026, 10, 24).toISOString(),
      endsAt: new Date(2026, 10, 25).toISOString(),
    });
  });
});
