import { contextAt, FULL_CONTEXT, occurrences, type Quote } from './quote.js';
import type { WordRange } from './running-text.js';

/** A text that is searched. */
export interface Searched {
  readonly string: string;
  paragraphAt(offset: number): string;
}

/** What is known of the words that are searched, and of the text since they were last seen. */
export interface Trace {
  /** Where they last began. */
  readonly paragraphId: string;
  /** What was inserted since; null: nobody knows. Words that stood elsewhere all the time are other words. */
  readonly inserted: (() => readonly WordRange[]) | null;
  /** They went a moment ago: whoever cut them may be putting them down elsewhere. */
  readonly isRecent: boolean;
}

/** Fewer letters than this are found everywhere, and say nothing without what stood beside them. */
const ENOUGH = 12;
const RECOGNISED_CONTEXT = 16;
const MOST_PLACES = 200;

interface Candidate extends WordRange {
  readonly context: number;
  readonly isInParagraph: boolean;
}

/** Where lost words have come back to, exactly as they read; null rather than a wrong place. */
export function findQuote(text: Searched, quote: Quote, trace: Trace): WordRange | null {
  const places = occurrences(text.string, quote, MOST_PLACES);
  if (places.length === MOST_PLACES) return null;
  const candidates = places.map((from): Candidate => ({
    from,
    to: from + quote.length,
    context: contextAt(text.string, quote, from),
    isInParagraph: text.paragraphAt(from) === trace.paragraphId,
  }));
  return theBest(candidates.filter((candidate) => isCredible(candidate, trace)), trace);
}

function isCredible({ from, to, context }: Candidate, { inserted, isRecent }: Trace): boolean {
  if (inserted === null) return context === FULL_CONTEXT;
  const isInserted = (at: number): boolean => inserted().some((range) => range.from <= at && at < range.to);
  if (!isInserted(from) || !isInserted(to - 1)) return false;
  return isRecent ? to - from + context >= ENOUGH : context >= RECOGNISED_CONTEXT;
}

/** The one with the most context, of several such the one in the old paragraph, of new copies in equal surroundings the first. */
function theBest(candidates: readonly Candidate[], { inserted }: Trace): WordRange | null {
  const most = Math.max(...candidates.map(({ context }) => context));
  const best = candidates.filter(({ context }) => context === most);
  const inParagraph = best.filter(({ isInParagraph }) => isInParagraph);
  const [first, ...others] = inParagraph.length > 0 ? inParagraph : best;
  const isAmbiguous = others.length > 0 && (inserted === null || most < RECOGNISED_CONTEXT);
  if (first === undefined || isAmbiguous) return null;
  return { from: first.from, to: first.to };
}
