import * as Y from 'yjs';
import { paragraphIdEverOf } from '../paragraph-ids/paragraph-id-ever-of.js';

/** Characters of one text block beside each other, each by the id of its item and its offset there. */
export interface RunOfItems {
  readonly items: readonly Y.Item[];
  readonly text: string;
}

export const isText = (item: Y.Item): boolean => item.content instanceof Y.ContentString || item.content instanceof Y.ContentEmbed;

/** An inline node counts one character. */
export const textOf = ({ content }: Y.Item): string => (content instanceof Y.ContentString ? content.str : content instanceof Y.ContentEmbed ? '\ufffc' : '');

/** Groups items that stand beside each other in one text; what else was there before does not part them unless it is living text. */
export function runsOf(items: readonly Y.Item[]): RunOfItems[] {
  const wanted = new Set(items);
  const left = new Set(items);
  const runs: RunOfItems[] = [];
  for (const item of items) {
    if (!left.has(item)) continue;
    const run = [item];
    for (let next = neighbour(item, 'left', wanted); next !== null; next = neighbour(next, 'left', wanted)) run.unshift(next);
    for (let next = neighbour(item, 'right', wanted); next !== null; next = neighbour(next, 'right', wanted)) run.push(next);
    run.forEach((each) => left.delete(each));
    runs.push({ items: run, text: run.map(textOf).join('') });
  }
  return runs;
}

function neighbour(item: Y.Item, side: 'left' | 'right', wanted: ReadonlySet<Y.Item>): Y.Item | null {
  for (let next = item[side]; next !== null; next = next[side]) {
    if (wanted.has(next)) return next;
    if (isText(next) && !next.deleted) return null;
  }
  return null;
}

/** Deleted text that stands right beside this item, nearest first, as far as `accept` goes along. */
export function tombsBeside(item: Y.Item, side: 'left' | 'right', accept: (tomb: Y.Item) => boolean): Y.Item[] {
  const tombs: Y.Item[] = [];
  for (let next = item[side]; next !== null; next = next[side]) {
    if (!isText(next)) continue;
    if (!next.deleted || !accept(next)) break;
    tombs.push(next);
  }
  return tombs;
}

/** The item of the block that a text item stands in, if it stands in one. */
export function blockItemOf({ parent }: Y.Item): Y.Item | null {
  const text = parent instanceof Y.AbstractType ? parent._item : null;
  const block = text?.parent;
  return block instanceof Y.AbstractType ? block._item : null;
}

/** The id of a block, also of one that was deleted. */
export const blockIdOf = ({ content }: Y.Item): string | null =>
  content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? paragraphIdEverOf(content.type) : null;
