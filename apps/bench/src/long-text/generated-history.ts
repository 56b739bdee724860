import { seededRandom } from '@expert-forum/testing';
import type { Edit } from './edit.ts';

export interface HistorySize {
  readonly edits: number;
  /** Of the text in the end, within a few. */
  readonly characters: number;
  readonly authors: number;
  /** Share of the edits that take a character away. */
  readonly deletions: number;
  /** Edits, in the mean, before an author goes to another place of the text. */
  readonly stretch: number;
}

/** Edits of one author before the next one has a turn. */
const TURN = 100;
/** One insertion of so many begins a paragraph. */
const INSERTIONS_BETWEEN_PARAGRAPHS = 200;
const LETTERS = 'etaoinshrdlucmfw etaoin ';

/** A history that is the same for the same size: authors take turns, type on where they are, erase and go elsewhere. */
export function generatedHistory({ edits, characters, authors, deletions, stretch }: HistorySize, seed = 20261127): Edit[] {
  const random = seededRandom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const cursors = Array.from({ length: authors }, () => 0);
  const history: Edit[] = [];
  let text = ''; // V8 keeps it as a rope: only its length and single characters are asked for
  while (history.length < edits) {
    const author = Math.floor(history.length / TURN) % authors;
    const at = below(stretch) === 0 ? below(text.length + 1) : Math.min(cursors[author] ?? 0, text.length);
    const mayErase = at > 0 && text[at - 1] !== '\n';
    const edit = mayErase && random() < deletions ? { at: at - 1, deleted: 1, inserted: '' } : { at, deleted: 0, inserted: words() };
    history.push({ author, ...edit });
    text = text.slice(0, edit.at) + edit.inserted + text.slice(edit.at + edit.deleted);
    cursors[author] = edit.at + edit.inserted.length;
  }
  return history;

  /** As long as it takes, in the mean, for the text to be of its length at the last edit. */
  function words(): string {
    if (below(INSERTIONS_BETWEEN_PARAGRAPHS) === 0) return '\n';
    const growth = (characters - text.length) / (edits - history.length);
    const mean = Math.max(1, (growth + deletions) / (1 - deletions));
    return Array.from({ length: 1 + below(2 * mean - 1) }, () => LETTERS.charAt(below(LETTERS.length))).join('');
  }
}
