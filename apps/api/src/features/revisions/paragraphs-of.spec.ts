import { paragraphsOf } from './paragraphs-of.js';

const paragraph = (id: string, ...texts: string[]) => ({ type: 'paragraph', attrs: { id }, content: texts.map((text) => ({ type: 'text', text })) });

describe('paragraphsOf', () => {
  it('[SE9] finds the words of paragraphs, headings and list items in reading order', () => {
    const document = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { id: 'p-1', level: 1 }, content: [{ type: 'text', text: 'Head' }] },
        {
          type: 'bulletList',
          attrs: { id: 'p-2' },
          content: [{ type: 'listItem', attrs: { id: 'p-3' }, content: [paragraph('p-4', 'one ', 'item')] }],
        },
        { type: 'paragraph', attrs: { id: 'p-5' }, content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }] },
        { type: 'paragraph', attrs: { id: 'p-6' } },
      ],
    };
    expect(paragraphsOf(document).map(({ id, words }) => [id, words])).toEqual([
      ['p-1', 'Head'],
      ['p-4', 'one item'],
      ['p-5', 'a\nb'],
      ['p-6', ''],
    ]);
  });

  it('[SE9] sees a mark in the form of a paragraph and not in its words', () => {
    const [plain] = paragraphsOf({ type: 'doc', content: [paragraph('p-1', 'word')] });
    const bold = { type: 'text', text: 'word', marks: [{ type: 'bold' }] };
    const [marked] = paragraphsOf({ type: 'doc', content: [{ ...paragraph('p-1'), content: [bold] }] });
    expect(marked?.words).toBe(plain?.words);
    expect(marked?.form).not.toBe(plain?.form);
  });
});
