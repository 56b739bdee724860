import type { PublishedNode } from '@expert-forum/contracts';
import { referencesAmong } from '../references.js';
import { block, doc, exportedSection, exportedWhole, paragraph, section, words } from './exported.fixture.js';
import { plainBlocks } from './plain-blocks.js';
import { renderPlain } from './render-plain.js';
import { widthOf, wrap } from './wrap.js';

const LONG = 'The countries of the region and Japan agree to build a network of equal nodes that exchange data under rules of their own.';
const lines = (...content: PublishedNode[]): string[] => plainBlocks(doc(...content), 40, referencesAmong([{ id: 's-1', number: '4.3', document: doc(...content) }], 'en'));

describe('plain text', () => {
  it('[EX5] breaks lines between words, and Japanese between characters but before no full stop', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('https://a.example/a/long/address is long', 12)).toEqual(['https://a.example/a/long/address', 'is long']);
    expect(wrap('合意した。次に', 8)).toEqual(['合意し', 'た。次に']);
    expect(widthOf('é日本a')).toBe(6);
    expect(wrap('', 8)).toEqual(['']);
  });

  it('[EX5] hangs the numbers of paragraphs in front of them', () => {
    expect(lines(paragraph(LONG), { type: 'paragraph' }, paragraph('Second.')).slice(0, 2)).toEqual(['  1  The countries of the region and', '     Japan agree to build a network of']);
    expect(lines(paragraph('First.'), { type: 'paragraph' }, paragraph('Second.'))).toEqual(['  1  First.', '', '  2  Second.']);
  });

  it('[EX5] draws a table, and puts the cells of a wide one below each other', () => {
    const row = (type: string, ...cells: string[]): PublishedNode => block('tableRow', ...cells.map((words) => block(type, paragraph(words))));
    expect(lines(block('table', row('tableHeader', 'Who', 'By'), row('tableCell', 'All the centres of it', '2028')))).toEqual([
      '     +----------------+----------------+',
      '     | Who            | By             |',
      '     +----------------+----------------+',
      '     | All the        | 2028           |',
      '     | centres of it  |                |',
      '     +----------------+----------------+',
    ]);
    expect(lines(block('table', row('tableHeader', 'Who', 'By', 'How'), row('tableCell', 'All', '2028', 'Well')))).toEqual([
      `     ${'-'.repeat(35)}`, '     Who:', '       All', '     By:', '       2028', '     How:', '       Well',
    ]);
  });

  it('[FN1] [RF1] numbers footnotes, puts them below the text and names paragraphs by their numbers', () => {
    const note: PublishedNode = { type: 'footnote', attrs: { id: 'p-note' }, content: [words('So it was agreed.')] };
    const named: PublishedNode = { ...paragraph('Named.'), attrs: { id: 'p-named' } };
    const reference: PublishedNode = { type: 'paragraphReference', attrs: { section: 's-1', paragraph: 'p-named' } };
    const text = block('paragraph', words('As in '), reference, words(' it is.'), { type: 'footnoteMark', attrs: { note: 'p-note' } });
    expect(lines(text, named, note)).toEqual(['  1  As in 4.3.2 it is.[1]', '', '  2  Named.', '', '     -----', ' [1] So it was agreed.']);
  });

  it('[EX5] shows headings, lists in lists, quotations and line breaks', () => {
    const inner: PublishedNode = { type: 'orderedList', attrs: { start: 9 }, content: [block('listItem', paragraph('nine')), block('listItem', paragraph('ten of them and more of that kind'))] };
    expect(lines(block('heading', words('Aims')), block('bulletList', block('listItem', paragraph('a'), inner), block('listItem', paragraph('b'))))).toEqual([
      '     Aims',
      '     ----',
      '',
      '     - a',
      '',
      '       9. nine',
      '       10. ten of them and more of that',
      '           kind',
      '     - b',
    ]);
    expect(lines(block('blockquote', block('paragraph', words('said'), { type: 'hardBreak' }, words('so')), paragraph('again')))).toEqual(['     > said', '     > so', '     >', '     > again']);
  });

  it('[EX5] writes out where a link leads to', () => {
    const link = (text: string, href: string) => block('paragraph', words(text, { type: 'link', attrs: { href } }));
    expect(lines(link('report', 'https://a.example/'))).toEqual(['  1  report (https://a.example/)']);
    expect(lines(link('https://a.example/', 'https://a.example/'))).toEqual(['  1  https://a.example/']);
    expect(lines(link('word', 'javascript:alert(1)'))).toEqual(['  1  word']);
  });

  it.each(['en', 'ru', 'ja'] as const)('[EX2] [EX5] says in %s what the page says, in 78 columns', (language) => {
    const banner = { en: 'Figures are illustrative and everything about the centres and people of the demonstration forum is fictional' };
    const text = renderPlain(exportedWhole({ language, banner, isOfflineCopy: true, missing: [{ number: '6.1', title: { en: LONG } }], chapters: [{ number: '5', title: { en: LONG }, sections: [section({ document: doc(paragraph(LONG)) })] }] }));
    expect(text.split('\n').filter((line) => widthOf(line) > 78)).toEqual([]);
    expect(text).toContain('Figures are illustrative');
    expect(text).toContain('a'.repeat(64));
    expect(text).toContain('b'.repeat(64));
    expect(text.match(/no government’s position/g)).toHaveLength(2);
  });

  it('[EX2] [EX8] of a section has the facts at its foot, and what of it is on this device alone', () => {
    const text = renderPlain(exportedSection({ unsent: 1 }));
    expect(text).toContain('\n5.1 Digital Hub\n    Цифровой узел\n    デジタル・ハブ\n    Drafting\n\n  1  The Hub is shared.\n');
    expect(text).toContain('Phase: Drafting\nText as of: 23 November 2026 at 15:42 GMT+9 · in Tashkent 23 November 2026\n  at 11:42 GMT+5\n');
    expect(text).toContain(`SHA-256: ${'a'.repeat(64)}`);
    expect(text).toContain('Includes 1 change on this device');
  });
});
