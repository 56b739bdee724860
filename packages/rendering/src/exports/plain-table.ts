import type { PublishedNode } from '@expert-forum/contracts';
import { widthOf } from './wrap.js';

/** Narrower than this, words of a cell would be cut on every line. */
const NARROWEST = 12;

/**
 * A table as lines. Columns side by side where each gets 12 columns of the page or more; else row by row, each cell below the
 * one before it and behind the words of its heading.
 *
 * @param linesOf the lines of a cell in a width
 */
export function plainTable({ content: rows = [] }: PublishedNode, width: number, linesOf: (cell: PublishedNode, width: number) => string[]): string[] {
  const columns = Math.max(1, ...rows.map(({ content = [] }) => content.length));
  const each = Math.floor((width - 1) / columns) - 3;
  return each < NARROWEST ? oneBelowAnother(rows, width, linesOf) : sideBySide(rows, columns, each, linesOf);
}

function sideBySide(rows: readonly PublishedNode[], columns: number, width: number, linesOf: (cell: PublishedNode, width: number) => string[]): string[] {
  const rule = `+${Array.from({ length: columns }, () => '-'.repeat(width + 2)).join('+')}+`;
  const lines = rows.flatMap(({ content: cells = [] }) => {
    const texts = Array.from({ length: columns }, (_, column) => (cells[column] ? linesOf(cells[column], width) : []));
    const height = Math.max(1, ...texts.map(({ length }) => length));
    return [...Array.from({ length: height }, (_, line) => `|${texts.map((text) => ` ${padded(text[line] ?? '', width)} `).join('|')}|`), rule];
  });
  return [rule, ...lines];
}

const padded = (words: string, width: number): string => words + ' '.repeat(Math.max(width - widthOf(words), 0));

function oneBelowAnother(rows: readonly PublishedNode[], width: number, linesOf: (cell: PublishedNode, width: number) => string[]): string[] {
  const [head, ...others] = rows;
  const hasHead = head?.content?.every(({ type }) => type === 'tableHeader') === true;
  const names = hasHead ? (head.content ?? []).map((cell) => linesOf(cell, width).join(' ')) : [];
  return (hasHead ? others : rows).flatMap(({ content: cells = [] }) => [
    '-'.repeat(width),
    ...cells.flatMap((cell, column) => [...(names[column] ? [`${names[column]}:`] : []), ...linesOf(cell, width - 2).map((line) => `  ${line}`)]),
  ]);
}
