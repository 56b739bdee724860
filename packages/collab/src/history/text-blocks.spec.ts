import { describe, expect, it } from '@jest/globals';
import type { NodeJson } from '../canonical/document-json.js';
import { textBlocksOf } from './text-blocks.js';

const text = (words: string, ...marks: string[]): NodeJson => ({ type: 'text', text: words, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) });
const paragraph = (id: string, ...content: NodeJson[]): NodeJson => ({ type: 'paragraph', attrs: { id }, content });

describe('the text blocks of a document', () => {
  it('[HI5] are found in lists, quotations and cells, with what they stand in', () => {
    const document: NodeJson = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { id: 'p-1', level: 2 }, content: [text('Head')] },
        { type: 'bulletList', attrs: { id: 'p-2' }, content: [{ type: 'listItem', attrs: { id: 'p-3' }, content: [paragraph('p-4', text('item'))] }] },
        { type: 'table', attrs: { id: 'p-5' }, content: [{ type: 'tableRow', attrs: { id: 'p-6' }, content: [{ type: 'tableCell', attrs: { id: 'p-7' }, content: [paragraph('p-8')] }] }] },
        { type: 'footnote', attrs: { id: 'p-9' }, content: [text('A note')] },
      ],
    };
    expect(textBlocksOf(document).map(({ id, name, level, within, words }) => [id, name, level, within, words])).toEqual([
      ['p-1', 'heading', 2, null, 'Head'],
      ['p-4', 'paragraph', null, 'list', 'item'],
      ['p-8', 'paragraph', null, 'cell', ''],
      ['p-9', 'footnote', null, null, 'A note'],
    ]);
  });

  it('[HI5] count an inline node as one character and a line break as one', () => {
    const mark = { type: 'footnoteMark', attrs: { note: 'p-9' } };
    const [block] = textBlocksOf({ type: 'doc', content: [paragraph('p-1', text('a'), mark, { type: 'hardBreak' }, text('b'))] });
    expect(block?.words).toBe('a\ufffc\nb');
  });

  it('[HI5] have a form that changes with a mark and not with the id', () => {
    const form = (id: string, ...marks: string[]) => textBlocksOf({ type: 'doc', content: [paragraph(id, text('a', ...marks))] })[0]?.form;
    expect(form('p-1')).toBe(form('p-2'));
    expect(form('p-1')).not.toBe(form('p-1', 'bold'));
  });
});
