import { wordDifference } from './word-difference.js';

const shown = (before: string, after: string, language?: string): string =>
  wordDifference(before, after, language)
    .map(({ kind, words }) => ({ same: words, gone: `-${words}-`, new: `+${words}+` })[kind])
    .join('');

describe('what happened between two texts', () => {
  it.each([
    ['a network of nodes', 'a network of equal nodes', 'a network of +equal +nodes'],
    ['one two three', 'one three', 'one -two -three'],
    ['', 'new words', '+new words+'],
    ['all gone', '', '-all gone-'],
    ['same', 'same', 'same'],
    ['one city, two', 'three cities, two', '-one city-+three cities+, two'],
  ])('%j → %j', (before, after, expected) => expect(shown(before, after)).toBe(expected));

  it('is told in whole words of Japanese', () => {
    expect(shown('中央アジアと日本', '中央アジアと韓国', 'ja')).toBe('中央アジアと-日本-+韓国+');
  });

  it('of very long texts is told as a whole', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(3_000));
    expect(wordDifference(before ?? '', after ?? '').map(({ kind }) => kind)).toEqual(['gone', 'new', 'same']);
  });
});
