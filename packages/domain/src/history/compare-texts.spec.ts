import { compareTexts, isChanged, type ComparedParagraph } from './compare-texts.js';

const p = (id: string, words = id, form = words): ComparedParagraph => ({ id, words, form });

/** Each row by what became of it. */
const shown = (before: readonly ComparedParagraph[], after: readonly ComparedParagraph[]): string[] =>
  compareTexts(before, after).map((row) => {
    const mark = row.before === null ? '+' : row.after === null ? '-' : row.isMoved ? '~' : isChanged(row) ? '*' : '=';
    return `${mark}${(row.after ?? row.before)?.id}`;
  });

describe('what became of each paragraph', () => {
  it('[HI5] tells new, gone, changed and unchanged paragraphs by their ids', () => {
    expect(shown([p('a'), p('b'), p('c')], [p('a'), p('new'), p('c', 'other')])).toEqual(['=a', '-b', '+new', '*c']);
  });

  it('[HI5] sees a change of form where the words are the same', () => {
    expect(shown([p('a')], [p('a', 'a', 'bold')])).toEqual(['*a']);
  });

  it('[HI6] takes the fewest paragraphs for moved that explain the new order', () => {
    expect(shown([p('a'), p('b'), p('c'), p('d')], [p('d'), p('a'), p('b'), p('c')])).toEqual(['~d', '=a', '=b', '=c']);
    expect(shown([p('a'), p('b'), p('c')], [p('c', 'changed'), p('a'), p('b')])).toEqual(['~c', '=a', '=b']);
  });

  it('[HI6] knows a paragraph that was cut and put down elsewhere by its words, unless they are too few to tell', () => {
    const words = 'A network of equal nodes.';
    expect(shown([p('old', words), p('a'), p('b')], [p('a'), p('b'), p('pasted', words)])).toEqual(['=a', '=b', '~pasted']);
    expect(shown([p('old', 'and'), p('a')], [p('a'), p('pasted', 'and')])).toEqual(['-old', '=a', '+pasted']);
  });

  it('[HI5] knows a paragraph above which something was written, and which left its id there, by its words', () => {
    const words = 'A network of equal nodes.';
    expect(shown([p('a', words), p('b')], [p('a', 'Written above.'), p('rest', words), p('b')])).toEqual(['+a', '=rest', '=b']);
    expect(shown([p('a', words), p('copy', words)], [p('copy', words), p('a', 'Written anew.')])).toEqual(['~copy', '*a']);
  });

  it('[HI5] puts what is gone where it was, at the beginning and at the end too', () => {
    expect(shown([p('x'), p('a'), p('y'), p('b'), p('z')], [p('a'), p('b')])).toEqual(['-x', '=a', '-y', '=b', '-z']);
    expect(shown([p('x')], [])).toEqual(['-x']);
    expect(shown([], [p('x')])).toEqual(['+x']);
  });

  it('[HI5] says of every paragraph of both texts exactly once what became of it', () => {
    const ids = [...'abcdefgh'];
    for (let seed = 1; seed < 200; seed += 1) {
      const pick = (factor: number): ComparedParagraph[] =>
        ids.filter((_, n) => (seed * factor * (n + 3)) % 5 !== 0).sort((x, y) => ((x.charCodeAt(0) * seed * factor) % 7) - ((y.charCodeAt(0) * seed * factor) % 7)).map((id) => p(id));
      const [before, after] = [pick(1), pick(3)];
      const rows = compareTexts(before, after);
      expect(rows.flatMap((row) => row.after ?? [])).toEqual(after);
      expect(rows.flatMap((row) => row.before?.id ?? []).sort()).toEqual(before.map(({ id }) => id).sort());
    }
  });
});
