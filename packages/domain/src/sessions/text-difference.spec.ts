import { textDifference, type ParagraphText } from './text-difference.js';

const paragraph = (id: string, words: string, form = ''): ParagraphText => ({ id, words, form });

describe('textDifference', () => {
  it('[SE9] names what was added, changed and removed, by paragraph', () => {
    const before = [paragraph('p-1', 'One.'), paragraph('p-2', 'Two.'), paragraph('p-3', 'Three.')];
    const after = [paragraph('p-4', 'New.'), paragraph('p-1', 'One.'), paragraph('p-3', 'Three, changed.')];
    expect(textDifference(before, after)).toEqual([
      { paragraphId: 'p-4', before: null, after: 'New.' },
      { paragraphId: 'p-3', before: 'Three.', after: 'Three, changed.' },
      { paragraphId: 'p-2', before: 'Two.', after: null },
    ]);
  });

  it('[SE9] names a paragraph whose form alone changed, with the same words on both sides', () => {
    expect(textDifference([paragraph('p-1', 'One.', 'plain')], [paragraph('p-1', 'One.', 'bold')])).toEqual([
      { paragraphId: 'p-1', before: 'One.', after: 'One.' },
    ]);
    expect(textDifference([paragraph('p-1', 'One.')], [paragraph('p-1', 'One.')])).toEqual([]);
  });
});
