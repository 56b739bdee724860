import type { QuoteView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import type { WordRange } from './running-text.js';

/** Words as they read at one moment, with what stood beside them. */
export interface Quote extends QuoteView {
  /** Of the words: more than `text` has when its middle was left out. */
  readonly length: number;
}

const { quoteCharacters: LONGEST, contextCharacters: CONTEXT } = LIMITS.thread;
const ELLIPSIS = '…';
const HEAD = LONGEST / 2 - 1;

export function quoteOf(string: string, { from, to }: WordRange): Quote {
  return {
    text: shortened(string.slice(from, to)),
    length: to - from,
    before: sliceWhole(string, Math.max(from - CONTEXT, 0), from),
    after: sliceWhole(string, to, Math.min(to + CONTEXT, string.length)),
  };
}

/** Do these very words begin there? */
function isAt(string: string, { text, length }: Quote, from: number): boolean {
  const { head, tail } = partsOf(text, length);
  return from >= 0 && string.startsWith(head, from) && string.startsWith(tail, from + length - tail.length);
}

/** How many characters of the words stand there in a row, from their first on. */
export function sharedStart(string: string, { text, length }: Quote, from: number): number {
  const { head } = partsOf(text, length);
  return countWhile(head.length, (index) => string[from + index] === head[index]);
}

/** How many characters of the words stand in a row before `to`, back from their last. */
export function sharedEnd(string: string, { text }: Quote, to: number): number {
  return countWhile(text.length, (index) => string[to - 1 - index] === text[text.length - 1 - index]);
}

/** Everywhere these very words begin, up to `most` places. */
export function occurrences(string: string, quote: Quote, most: number): number[] {
  const { head } = partsOf(quote.text, quote.length);
  const places: number[] = [];
  for (let at = string.indexOf(head); at >= 0 && places.length < most; at = string.indexOf(head, at + 1)) {
    if (isAt(string, quote, at)) places.push(at);
  }
  return places;
}

/** How many of the characters beside the words still stand there, of 64; the edge of the text counts as all that is missing. */
export const contextAt = (string: string, { before, after, length }: Quote, from: number): number =>
  matchedBefore(string, before, from) + matchedAfter(string, after, from + length);

export const FULL_CONTEXT = 2 * CONTEXT;

function matchedBefore(string: string, before: string, at: number): number {
  const count = countWhile(before.length, (index) => string[at - 1 - index] === before[before.length - 1 - index]);
  return completed(count, before, at - count === 0);
}

function matchedAfter(string: string, after: string, at: number): number {
  const count = countWhile(after.length, (index) => string[at + index] === after[index]);
  return completed(count, after, at + count === string.length);
}

function countWhile(most: number, isEqual: (index: number) => boolean): number {
  let count = 0;
  while (count < most && isEqual(count)) count++;
  return count;
}

/** A context can be one short of its length where it would have cut a surrogate pair. */
const completed = (count: number, context: string, isAtEdge: boolean): number =>
  count === context.length && (isAtEdge || count >= CONTEXT - 1) ? CONTEXT : count;

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = isPairCut(text, HEAD) ? HEAD + 1 : HEAD;
  return `${text.slice(0, head)}${ELLIPSIS}${sliceWhole(text, text.length - (LONGEST - head - 1), text.length)}`;
}

function partsOf(text: string, length: number): { head: string; tail: string } {
  if (text.length === length) return { head: text, tail: '' };
  const head = text[HEAD] === ELLIPSIS ? HEAD : HEAD + 1;
  return { head: text.slice(0, head), tail: text.slice(head + 1) };
}

/** Without the half of a surrogate pair at either end. */
const sliceWhole = (string: string, from: number, to: number): string =>
  string.slice(isPairCut(string, from) ? from + 1 : from, isPairCut(string, to) ? to - 1 : to);

export const isPairCut = (string: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(string.slice(Math.max(at - 1, 0), at + 1));
