import { describe, expect, it } from '@jest/globals';
import { SharedSection } from '../binding/replicas.fixture.js';
import { EditorWords } from './editor-words.js';
import { RunningText } from './running-text.js';
import { anchorAt, locate } from './text-anchor.js';

describe('[TH15] words in an editor', () => {
  const section = new SharedSection(['One line', { heading: 2, text: 'Heading' }, '', 'Last 🌏'], 1);
  const { body, state } = section.editor(0);
  const words = new EditorWords(body, state.doc);
  const text = new RunningText(body);

  it('are chosen by a selection and shown where they were chosen', () => {
    for (let from = 0; from <= state.doc.content.size; from++) {
      for (let to = from; to <= state.doc.content.size; to++) {
        const chosen = words.select(from, to);
        const expected = state.doc.textBetween(from, to);
        expect(chosen === null).toBe(expected === '');
        if (chosen === null || /\p{Surrogate}/u.test(expected)) continue;
        const shown = words.show(chosen);
        expect(shown === null ? '' : state.doc.textBetween(shown.from, shown.to)).toBe(expected);
      }
    }
  });

  it('keep to the letters at their ends: nothing beside them is shown', () => {
    const anchor = anchorAt(text, { from: 8, to: 15 });
    expect([anchor.quote.text, words.show(anchor)]).toEqual(['Heading', { from: 11, to: 18 }]);
  });

  it('[P11] are not found at places that are none of this text', () => {
    const { start, end } = anchorAt(text, { from: 0, to: 3 });
    const block = { client: 1, clock: 0 };
    for (const bad of [{ client: 77, clock: 0 }, { ...start, clock: 100_000 }, block]) {
      expect(locate(text, { start: bad, end })).toBe('unknown');
      expect(locate(text, { start, end: bad })).toBe('unknown');
    }
    expect(locate(text, { start: end, end: start })).toBe('gone');
    expect(locate(text, { start, end: start })).toEqual({ from: 0, to: 1 });
  });
});
