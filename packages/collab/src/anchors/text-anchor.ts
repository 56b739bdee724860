import type { AnchorView, WordPlaces } from '@expert-forum/contracts';
import { isPairCut, quoteOf, type Quote } from './quote.js';
import type { WordRange, RunningText } from './running-text.js';

/** Where a thread stands in a section, in three parts: places, paragraph, and the words with their context (R10). */
export interface Anchor extends AnchorView {
  readonly quote: Quote;
  /** As the words read now, before them how they read and may read again when something is undone: the newest first. */
  readonly wordings: readonly Quote[];
}

/** The places of some words, as a client names them. */
export const placesOf = (text: RunningText, { from, to }: WordRange): WordPlaces => ({ start: text.characterAt(from), end: text.characterAt(to - 1) });

/** Where the words between two places stand now. `gone`: nothing is left between them; `unknown`: this text has no such place. */
export function locate(text: RunningText, { start, end }: WordPlaces): WordRange | 'gone' | 'unknown' {
  const from = text.offsetOf(start, 'start');
  const to = text.offsetOf(end, 'end');
  if (from === null || to === null) return 'unknown';
  return from < to ? { from, to } : 'gone';
}

/** What every replica shows for an anchor: the same words on each that has the same text. Null: its words are gone. */
export function resolveAnchor(text: RunningText, anchor: WordPlaces): WordRange | null {
  const found = locate(text, anchor);
  return typeof found === 'string' ? null : found;
}

/** An anchor at these words. A character of two halves is taken whole. */
export function anchorAt(text: RunningText, range: WordRange): Anchor {
  const from = isPairCut(text.string, range.from) ? range.from - 1 : range.from;
  const to = isPairCut(text.string, range.to) ? range.to + 1 : range.to;
  const quote = quoteOf(text.string, { from, to });
  return { ...placesOf(text, { from, to }), paragraphId: text.paragraphAt(from), quote, wordings: [quote] };
}
