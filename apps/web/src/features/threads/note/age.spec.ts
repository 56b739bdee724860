import { describe, expect, it } from '@jest/globals';
import { ageOf } from './age.js';

const at = '2026-11-22T10:00:00Z';
const after = (minutes: number): number => Date.parse(at) + minutes * 60_000;

describe('[TH4] how long ago something was said', () => {
  it.each([
    [0, '1 min'],
    [-5, '1 min'],
    [59, '59 min'],
    [60, '1 hr'],
    [23 * 60, '23 hr'],
    [8 * 24 * 60 + 5, '8 days'],
  ])('after %d minutes is %s', (minutes, age) => expect(ageOf(at, after(minutes), 'en')).toBe(age));

  it('is said in the reader’s language', () => {
    expect(ageOf(at, after(3 * 24 * 60), 'ja')).toMatch(/3\s*日/);
    expect(ageOf(at, after(3 * 24 * 60), 'ru')).toMatch(/3\s*д/);
  });
});
