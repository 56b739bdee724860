import type { PublishedNode } from '@expert-forum/contracts';
import { numberParagraphs } from '@expert-forum/domain';
import { isLinkedAddress } from '../render-run.js';
import { behind, widthOf, wrap } from './wrap.js';

/** In front of every line: numbers of paragraphs hang in it. */
const GUTTER = 5;

/** The blocks of a section as lines of at most `width` columns, an empty one between two blocks. */
export function plainBlocks({ content: blocks = [] }: PublishedNode, width: number): string[] {
  const numbers = numberParagraphs(blocks.map(({ type, content = [] }) => ({ type, isEmpty: content.length === 0 })));
  const shown = blocks.flatMap((block, index) => {
    const lines = linesOf(block, width - GUTTER);
    const number = numbers[index] ?? null;
    const first = number === null ? ' '.repeat(GUTTER) : `${String(number).padStart(GUTTER - 2)}  `;
    return lines.every((line) => line === '') ? [] : [behind(first, ' '.repeat(GUTTER), lines)];
  });
  return apart(shown);
}

const apart = (blocks: readonly (readonly string[])[]): string[] => blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));

function linesOf(node: PublishedNode, width: number): string[] {
  const { type, attrs, content = [] } = node;
  switch (type) {
    case 'heading':
      return underlined(wordsOf(content, width));
    case 'bulletList':
      return content.flatMap((item) => itemOf(item, '- ', width));
    case 'orderedList':
      return content.flatMap((item, index) => itemOf(item, `${Number(attrs?.['start'] ?? 1) + index}. `, width));
    case 'listItem':
      return apart(content.map((block) => linesOf(block, width)));
    case 'blockquote':
      return behind('> ', '> ', apart(content.map((block) => linesOf(block, width - 2))));
    default:
      return wordsOf(content, width);
  }
}

const itemOf = (item: PublishedNode, mark: string, width: number): string[] => behind(mark, ' '.repeat(mark.length), linesOf(item, width - mark.length));

const underlined = (lines: readonly string[]): string[] => [...lines, '-'.repeat(Math.max(0, ...lines.map(widthOf)))];

const wordsOf = (runs: readonly PublishedNode[], width: number): string[] =>
  runs
    .map(runOf)
    .join('')
    .split('\n')
    .flatMap((line) => wrap(line, width));

/** Marks are not shown, but for where a link leads to. */
function runOf({ type, text = '', marks = [] }: PublishedNode): string {
  if (type === 'hardBreak') return '\n';
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return typeof href === 'string' && href !== text && isLinkedAddress(href) ? `${text} (${href})` : text;
}
