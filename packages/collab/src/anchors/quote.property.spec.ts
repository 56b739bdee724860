import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contextAt, FULL_CONTEXT, occurrences, quoteOf } from './quote.js';

const letters = fc.array(fc.constantFrom('a', 'b', ' ', '…', 'я', '日', '🌏', 'e\u0301'), { maxLength: 700 }).map((all) => all.join(''));

describe('[TH11] a quote', () => {
  it('is found where it was taken, with all of its context, and holds no half of a character', () => {
    fc.assert(
      fc.property(letters, letters, letters, (before, words, after) => {
        fc.pre(words !== '');
        const string = `${before}${words}${after}`;
        const quote = quoteOf(string, { from: before.length, to: before.length + words.length });
        expect(occurrences(string, quote, 10_000)).toContain(before.length);
        expect(contextAt(string, quote, before.length)).toBe(FULL_CONTEXT);
        expect(quote.text.length).toBeLessThanOrEqual(300);
        expect(Math.max(quote.before.length, quote.after.length)).toBeLessThanOrEqual(32);
        for (const part of [quote.text, quote.before, quote.after]) expect(part).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
