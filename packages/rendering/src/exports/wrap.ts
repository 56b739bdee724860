/** What takes two columns on a grid of characters. */
const WIDE = '\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua000-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}';
/** Japanese marks that begin no line. */
const CLOSING = '、。，．・：；？！）］｝」』】〉》ー';
/** Those that end none. */
const OPENING = '（［｛「『【〈《';

const IS_WIDE = new RegExp(`[${WIDE}]`, 'u');
const IS_MARK = /\p{M}/u;
/** White space, one wide character with the marks that cling to it, or a word: between these a line may end. */
const PIECES = new RegExp(`[ \\t]+|[${OPENING}]*[${WIDE}](?:\\p{M}|[${CLOSING}])*|[^ \\t${WIDE}]+`, 'gu');

export const widthOf = (text: string): number => [...text].reduce((width, character) => width + (IS_MARK.test(character) ? 0 : IS_WIDE.test(character) ? 2 : 1), 0);

/** Lines of at most `width` columns; only a single word that is longer by itself, such as an address, stands out. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, gap] = ['', ''];
  for (const piece of text.match(PIECES) ?? []) {
    if (piece.trim() === '') {
      gap = line === '' ? '' : piece;
    } else if (line !== '' && widthOf(line + gap + piece) > width) {
      lines.push(line);
      [line, gap] = [piece, ''];
    } else {
      [line, gap] = [line + gap + piece, ''];
    }
  }
  return [...lines, line];
}

/** Another beginning for the first line than for the others. */
export const behind = (first: string, rest: string, lines: readonly string[]): string[] => lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd());
