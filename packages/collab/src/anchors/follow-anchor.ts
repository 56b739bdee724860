import { findQuote, type Trace } from './find-quote.js';
import { occurrences, sharedEnd, sharedStart, type Quote } from './quote.js';
import type { WordRange, RunningText } from './running-text.js';
import { anchorAt, type Anchor } from './text-anchor.js';

/** A thread's anchor as it was left by the last look. */
export interface Anchored {
  readonly anchor: Anchor;
  readonly isDetached: boolean;
}

/** What happened to the text since the words were last seen. */
export type TextNews = Omit<Trace, 'paragraphId'>;

/** Where the first and the last character stand; null where the paragraph around them is gone. */
interface Ends {
  readonly from: number | null;
  readonly to: number | null;
}

const MOST_WORDINGS = 4;

/**
 * The server's judgement where a thread stands now (R10). Words keep their places while something of them lives there: what
 * is typed inside belongs to them. Torn apart by a split or completed by an undo, they are taken together again. Where nothing
 * is left they are searched for, and the thread is detached if they are not found.
 *
 * @returns null: as before
 */
export function followAnchor(text: RunningText, { anchor, isDetached }: Anchored, news: TextNews): Anchored | null {
  const trace = { ...news, paragraphId: anchor.paragraphId };
  const range = isDetached ? firstOf(anchor, (quote) => findQuote(text, quote, trace)) : follow(text, anchor, trace);
  if (range === null) return isDetached ? null : { anchor, isDetached: true };
  const found = anchorAt(text, range);
  const moved = { ...found, quote: anchor.quote, wordings: remembered(found.quote, anchor.wordings) };
  return !isDetached && isSame(moved, anchor) ? null : { anchor: moved, isDetached: false };
}

function follow(text: RunningText, anchor: Anchor, trace: Trace): WordRange | null {
  const ends = { from: text.offsetOf(anchor.start, 'start'), to: text.offsetOf(anchor.end, 'end') };
  const living = livingPart(text, anchor, ends);
  // What others typed inside stays behind when the words themselves are put elsewhere.
  const mayHaveMoved = living === null || (living.to - living.from < lengthOf(anchor) && trace.inserted !== null);
  const find = (quote: Quote): WordRange | null => completed(text, living ?? ends, quote) ?? (mayHaveMoved ? findQuote(text, quote, trace) : null);
  return firstOf(anchor, find) ?? living;
}

function livingPart(text: RunningText, { start, end, wordings: [words] }: Anchor, { from, to }: Ends): WordRange | null {
  if (from !== null && to !== null) return from < to ? { from, to } : null;
  if (words === undefined) return null;
  if (from !== null && text.holds(start)) return { from, to: from + sharedStart(text.string, words, from) };
  if (to !== null && text.holds(end)) return { from: to - sharedEnd(text.string, words, to), to };
  return null;
}

/** The whole of words around what is left of them, or around the gap where they were. */
function completed({ string }: RunningText, { from, to }: Ends, quote: Quote): WordRange | null {
  const [start, end] = [from ?? to, to ?? from];
  if (start === null || end === null || quote.length <= end - start) return null;
  const first = Math.max(Math.max(start, end) - quote.length, 0);
  const [at] = occurrences(string.slice(first, Math.min(start, end) + quote.length), quote, 1);
  return at === undefined ? null : { from: first + at, to: first + at + quote.length };
}

/** The longest first: what was deleted bit by bit comes back at once. */
function firstOf({ quote, wordings }: Anchor, find: (quote: Quote) => WordRange | null): WordRange | null {
  for (const each of [quote, ...wordings].sort((a, b) => b.length - a.length)) {
    const range = find(each);
    if (range !== null) return range;
  }
  return null;
}

/** Without those that are part of a longer one. */
function remembered(words: Quote, wordings: readonly Quote[]): Quote[] {
  const former = wordings.filter(({ text }, index) => !words.text.includes(text) && !wordings.slice(0, index).some((newer) => newer.text.includes(text)));
  return [words, ...former.slice(0, MOST_WORDINGS - 1)];
}

const lengthOf = ({ wordings: [words] }: Anchor): number => words?.length ?? 0;

const isSame = (a: Anchor, b: Anchor): boolean => JSON.stringify(partsOf(a)) === JSON.stringify(partsOf(b));

const partsOf = ({ start, end, paragraphId, wordings: [words] }: Anchor): unknown[] =>
  [start.client, start.clock, end.client, end.clock, paragraphId, words?.text, words?.length, words?.before, words?.after];
