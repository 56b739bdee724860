import { describe, expect, it } from '@jest/globals';
import { findQuote, type Trace } from './find-quote.js';
import { quoteOf } from './quote.js';

/** Paragraphs by their ids, as one text. */
function textOf(paragraphs: Readonly<Record<string, string>>) {
  const starts: [string, number][] = [];
  let string = '';
  for (const [id, paragraph] of Object.entries(paragraphs)) {
    starts.push([id, string.length]);
    string += paragraph;
  }
  return { string, paragraphAt: (offset: number) => starts.findLast(([, start]) => start <= offset)?.[0] ?? '' };
}

function quoted(string: string, words: string) {
  const from = string.indexOf(words);
  return quoteOf(string, { from, to: from + words.length });
}

const everything: Trace['inserted'] = () => [{ from: 0, to: 1_000_000 }];
const trace = (change: Partial<Trace> = {}): Trace => ({ paragraphId: 'p', inserted: everything, isRecent: true, ...change });

describe('[TH13] findQuote', () => {
  const before = textOf({ p: 'The Hub is a shared platform with a light legal form.', q: 'The Hub is paid for by all.' });
  const form = quoted(before.string, 'light legal form');

  it('finds words that were put down elsewhere, exactly as they read', () => {
    const text = textOf({ p: 'The Hub is shared.', q: 'A light legal form it has.', r: 'A light  legal form.' });
    expect(findQuote(text, form, trace())).toEqual({ from: 20, to: 36 });
    expect(findQuote(textOf({ p: 'A Light legal form.' }), form, trace())).toBeNull();
  });

  it('finds none but words that came since: what stood elsewhere all the time are other words', () => {
    const text = textOf({ p: 'The Hub.', q: 'A light legal form.' });
    expect(findQuote(text, form, trace({ inserted: () => [{ from: 0, to: 10 }] }))).toBeNull();
    expect(findQuote(text, form, trace({ inserted: () => [{ from: 8, to: 26 }] }))).toEqual({ from: 10, to: 26 });
  });

  it('takes short words only with what stood beside them', () => {
    const hub = quoted(before.string, 'Hub');
    expect(findQuote(textOf({ x: 'A new Hub.' }), hub, trace())).toBeNull();
    expect(findQuote(textOf({ x: 'Here The Hub is a place.' }), hub, trace())).toEqual({ from: 9, to: 12 });
  });

  it('takes words that come back late only with much of what stood beside them', () => {
    const late = trace({ isRecent: false });
    expect(findQuote(textOf({ x: 'Of light legal form.' }), form, late)).toBeNull();
    expect(findQuote(textOf({ x: 'platform with a light legal form, at last' }), form, late)).toEqual({ from: 16, to: 32 });
  });

  it('of several places takes the one with the most context, then the one in the old paragraph', () => {
    const text = textOf({ x: 'some light legal form', p: 'with a light legal form.', y: 'other light legal form' });
    expect(findQuote(text, form, trace())).toEqual({ from: 28, to: 44 });
    const equal = textOf({ x: ' a light legal form.', p: ' a light legal form.', y: ' a light legal form.' });
    expect(findQuote(equal, form, trace())).toEqual({ from: 23, to: 39 });
  });

  it('takes none of several places that say equally little', () => {
    const text = textOf({ x: 'one light legal form,', y: 'two light legal form,' });
    expect(findQuote(text, form, trace())).toBeNull();
    expect(findQuote(textOf({ x: 'a'.repeat(1_000) }), quoted('a', 'a'), trace())).toBeNull();
  });

  it('without knowledge of what came since wants all of the context, and no second place', () => {
    const unknown = trace({ inserted: null });
    expect(findQuote(before, form, unknown)).toEqual({ from: 36, to: 52 });
    expect(findQuote(textOf({ p: before.string.replace('The', 'Our') }), form, unknown)).toEqual({ from: 36, to: 52 });
    expect(findQuote(textOf({ p: before.string.replace('shared', 'common') }), form, unknown)).toBeNull();
    const clause = 'Whereas centres report yearly, in a light legal form, and are heard by all the others.';
    const repeated = quoted(clause.repeat(3), 'light legal form');
    expect(findQuote(textOf({ x: clause, y: clause, z: clause }), repeated, unknown)).toBeNull();
  });
});
