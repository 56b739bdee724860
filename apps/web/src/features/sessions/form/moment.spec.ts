import { describe, expect, it } from '@jest/globals';
import { instantOf, localMoment } from './moment.js';

describe('a moment in a form', () => {
  it('is that of the reader’s clock, and comes back the same', () => {
    const at = new Date(2026, 10, 4, 9, 5).toISOString();
    expect(localMoment(at)).toBe('2026-11-04T09:05');
    expect(instantOf('2026-11-04T09:05')).toBe(at);
  });

  it('is empty where none was given', () => {
    expect([instantOf(''), instantOf('soon')]).toEqual(['', '']);
  });
});
