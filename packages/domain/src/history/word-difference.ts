export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly words: string;
}

/** More comparisons than this are not worth the wait: then all of it is gone and all of it is new. */
const MOST_COMPARISONS = 4_000_000;

/** What happened between two texts, word by word: spaces and punctuation count as words, Japanese is cut where words end. */
export function wordDifference(before: string, after: string, language = 'en'): Piece[] {
  const [old, now] = [wordsOf(before, language), wordsOf(after, language)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = difference(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (words: readonly string[]): Piece => ({ kind: 'same', words: words.join('') });
  return joined([same(old.slice(0, start)), ...middle, same(old.slice(old.length - end))]);
}

const wordsOf = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** By the longest common subsequence. */
function difference(old: readonly string[], now: readonly string[]): Piece[] {
  if (old.length * now.length > MOST_COMPARISONS) return [{ kind: 'gone', words: old.join('') }, { kind: 'new', words: now.join('') }];
  const common = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, arrived] = [old[i], now[j]];
    if (gone !== undefined && gone === arrived) {
      pieces.push({ kind: 'same', words: gone });
      [i, j] = [i + 1, j + 1];
    } else if (arrived === undefined || (gone !== undefined && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      pieces.push({ kind: 'gone', words: gone ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'new', words: arrived });
      j += 1;
    }
  }
  return pieces;
}

/** At `[i][j]`: how many words the ends of both texts from there on have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const length = old[i] === now[j] ? lengthAt(rows, i + 1, j + 1) + 1 : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
      rows[i]?.fill(length, j, j + 1);
    }
  }
  return rows;
}

const lengthAt = (rows: readonly Uint32Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;

/** What is gone and what is new side by side, in this order; a space between two changes belongs to both. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let [gone, arrived] = ['', ''];
  const flush = (): void => {
    if (gone !== '') result.push({ kind: 'gone', words: gone });
    if (arrived !== '') result.push({ kind: 'new', words: arrived });
    [gone, arrived] = ['', ''];
  };
  const filled = pieces.filter(({ words }) => words !== '');
  for (const [index, { kind, words }] of filled.entries()) {
    const isBetween = words.trim() === '' && gone + arrived !== '' && (filled[index + 1]?.kind ?? 'same') !== 'same';
    if (kind === 'same' && !isBetween) {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result.splice(-1, 1, { kind, words: last.words + words });
      else result.push({ kind, words });
      continue;
    }
    if (kind !== 'new') gone += words;
    if (kind !== 'gone') arrived += words;
  }
  flush();
  return result;
}
