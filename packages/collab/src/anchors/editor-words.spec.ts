import { INLINE_OBJECT } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';
import { TextSelection, type Command } from 'prosemirror-state';
import { SharedSection } from '../binding/replicas.fixture.js';
import { insertFootnote, leaveFootnote } from '../structure/footnote-commands.js';
import { insertTable } from '../structure/table-commands.js';
import { insert } from '../testing/random-edits.js';
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

  it('[TH12] [FN1] hold marks of footnotes, words of cells and words of notes like any others', () => {
    const editor = new SharedSection(['One line', 'Two'], 1).editor(0);
    const run = (command: Command): boolean => command(editor.state, (transaction) => editor.dispatch(transaction));
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 4)));
    [insertFootnote, insert('Note'), leaveFootnote, insertTable(1, 2), insert('Cell')].forEach(run);
    const { doc } = editor.state;
    const shown = new EditorWords(editor.body, doc);
    expect(anchorAt(new RunningText(editor.body), { from: 0, to: 5 }).quote.text).toBe(`One${INLINE_OBJECT} `);
    const placed: string[] = [];
    doc.descendants((node, position) => {
      const chosen = node.isText ? shown.select(position, position + node.nodeSize) : null;
      const range = chosen && shown.show(chosen);
      if (range) placed.push(doc.textBetween(range.from, range.to));
    });
    expect(placed).toEqual(['One', ' line', 'Cell', 'Two', 'Note']);
  });
});
