import { simpleDiffString, simpleDiffStringWithCursor } from 'lib0/diff';
import * as Y from 'yjs';
import { comparable, runsOfText, sliceRuns, type Run, type RunMarks } from './runs.js';

// Half of what one struct may hold.
const CHUNK_CHARACTERS = 10_000;

/**
 * Makes a text block of the shared text hold `runs`, touching no character and no mark that is already right.
 *
 * @param caret offset at which the editor's change began, null if it did not begin here: it tells which of several equal
 *   letters is meant
 */
export function writeText(block: Y.XmlElement, runs: readonly Run[], caret: number | null): void {
  const [before, after] = comparable(textsOf(block).flatMap(runsOfText), runs);
  const { index, remove, insert } =
    caret === null ? simpleDiffString(before, after) : simpleDiffStringWithCursor(before, after, caret);
  deleteCharacters(textsOf(block), index, index + remove);
  insertRuns(block, index, sliceRuns(runs, index, index + insert.length));
  correctMarks(textsOf(block), runs);
}

/** A new run of text, to be put into a new block. */
export function newText(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText();
  insertInto(text, 0, runs);
  return text;
}

/** Usually one; two when two people began to type into the same block that had none. */
export const textsOf = (block: Y.XmlFragment): Y.XmlText[] => block.toArray().filter((child) => child instanceof Y.XmlText);

export function deleteCharacters(texts: readonly Y.XmlText[], from: number, to: number): void {
  let start = 0;
  for (const text of texts) {
    const { length } = text;
    const [first, end] = [Math.max(from - start, 0), Math.min(to - start, length)];
    if (end > first) text.delete(first, end - first);
    start += length;
  }
}

export function insertRuns(block: Y.XmlElement, index: number, runs: readonly Run[]): void {
  if (runs.length === 0) return;
  let start = 0;
  for (const text of textsOf(block)) {
    if (index <= start + text.length) return insertInto(text, index - start, runs);
    start += text.length;
  }
  block.push([newText(runs)]);
}

function insertInto(text: Y.XmlText, offset: number, runs: readonly Run[]): void {
  let at = offset;
  for (const run of runs) {
    if (run.inline !== undefined) {
      text.insertEmbed(at++, run.inline, run.marks);
      continue;
    }
    // From the last chunk to the first: chunks in the order of writing would be joined to one overlong struct.
    for (let end = run.text.length; end > 0; end -= CHUNK_CHARACTERS) {
      text.insert(at, run.text.slice(Math.max(end - CHUNK_CHARACTERS, 0), end), run.marks);
    }
    at += run.text.length;
  }
}

function correctMarks(texts: readonly Y.XmlText[], wanted: readonly Run[]): void {
  let start = 0;
  for (const text of texts) {
    let at = 0;
    const corrections: (() => void)[] = [];
    for (const run of runsOfText(text)) {
      for (const piece of sliceRuns(wanted, start + at, start + at + run.text.length)) {
        const changes = markChanges(run.marks, piece.marks);
        const [from, length] = [at, piece.text.length];
        if (changes !== null) corrections.push(() => text.format(from, length, changes));
        at += length;
      }
    }
    corrections.forEach((correct) => correct());
    start += at;
  }
}

/** What to set and (null) to end; null when the marks are equal already. */
function markChanges(has: RunMarks, wants: RunMarks): Record<string, unknown> | null {
  const changes = Object.fromEntries([
    ...Object.keys(has).filter((name) => !(name in wants)).map((name) => [name, null]),
    ...Object.entries(wants).filter(([name, attrs]) => JSON.stringify(has[name]) !== JSON.stringify(attrs)),
  ]);
  return Object.keys(changes).length > 0 ? changes : null;
}
