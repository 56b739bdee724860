import type { PublishedNode } from '@expert-forum/contracts';
import { numberParagraphs } from '@expert-forum/domain';
import { footnotesIn } from '../footnotes.js';
import type { ResolveReference } from '../references.js';
import { plainRun, type PlainPlace } from './plain-run.js';
import { plainTable } from './plain-table.js';
import { behind, widthOf, wrap } from './wrap.js';

/** In front of every line: numbers of paragraphs hang in it. */
const GUTTER = 5;

/** The blocks of a section and below them its footnotes as lines of at most `width` columns, an empty one between two blocks. */
export function plainBlocks(document: PublishedNode, width: number, resolve: ResolveReference): string[] {
  const place = { notes: footnotesIn(document), resolve };
  const blocks = (document.content ?? []).filter(({ type }) => type !== 'footnote');
  const numbers = numberParagraphs(blocks);
  const shown = blocks.flatMap((block, index) => {
    const lines = linesOf(block, width - GUTTER, place);
    const number = numbers[index] ?? null;
    const first = number === null ? ' '.repeat(GUTTER) : `${String(number).padStart(GUTTER - 2)}  `;
    return lines.every((line) => line === '') ? [] : [behind(first, ' '.repeat(GUTTER), lines)];
  });
  const notes = place.notes.flatMap(({ number, block }) => {
    const mark = `[${number}]`.padStart(GUTTER - 1);
    return behind(`${mark} `, ' '.repeat(GUTTER), wordsOf(block.content ?? [], width - GUTTER, place));
  });
  return apart(notes.length > 0 ? [...shown, [`${' '.repeat(GUTTER)}-----`, ...notes]] : shown);
}

const apart = (blocks: readonly (readonly string[])[]): string[] => blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));

function linesOf(node: PublishedNode, width: number, place: PlainPlace): string[] {
  const { type, attrs, content = [] } = node;
  switch (type) {
    case 'heading':
      return underlined(wordsOf(content, width, place));
    case 'bulletList':
      return content.flatMap((item) => itemOf(item, '- ', width, place));
    case 'orderedList':
      return content.flatMap((item, index) => itemOf(item, `${Number(attrs?.['start'] ?? 1) + index}. `, width, place));
    case 'listItem':
      return apart(content.map((block) => linesOf(block, width, place)));
    case 'blockquote':
      return behind('> ', '> ', apart(content.map((block) => linesOf(block, width - 2, place))));
    case 'table':
      return plainTable(node, width, (cell, cellWidth) => apart((cell.content ?? []).map((block) => linesOf(block, cellWidth, place))));
    default:
      return wordsOf(content, width, place);
  }
}

const itemOf = (item: PublishedNode, mark: string, width: number, place: PlainPlace): string[] =>
  behind(mark, ' '.repeat(mark.length), linesOf(item, width - mark.length, place));

const underlined = (lines: readonly string[]): string[] => [...lines, '-'.repeat(Math.max(0, ...lines.map(widthOf)))];

const wordsOf = (runs: readonly PublishedNode[], width: number, place: PlainPlace): string[] =>
  runs
    .map((run) => plainRun(run, place))
    .join('')
    .split('\n')
    .flatMap((line) => wrap(line, width));
