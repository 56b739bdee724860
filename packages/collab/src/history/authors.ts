/** Who wrote a character, and who put it where it stands. */
export interface Authored {
  readonly lease: number;
  /** Of the change that first inserted it. */
  readonly seq: number;
  /** The last who moved it or brought it back, if somebody else than its author. */
  readonly mover: { readonly lease: number; readonly seq: number } | null;
}

/** Words that left the text, with the author of each character. */
export interface DeletedRun {
  readonly text: string;
  readonly authors: readonly (Authored | undefined)[];
  /** Its block was deleted with it. */
  readonly isWholeBlock: boolean;
  /** The id of that block. */
  readonly block: string | null;
}

/** Words that came into the text. */
export interface InsertedRun {
  readonly text: string;
  /** Their block is as new as they are. */
  readonly isInNewBlock: boolean;
  readonly block: string | null;
}

/** So many characters are the same words and not the same by chance: in one change; and from one change to a later one. */
const TELLING = { atOnce: 8, later: 16, undone: 4 } as const;

/** A stretch of an inserted run that is found in a deleted one. */
interface Found {
  readonly at: number;
  readonly length: number;
  readonly run: DeletedRun;
  readonly from: number;
}

type Authors = (Authored | undefined)[];

/** Words that were deleted and inserted again in one change: a paragraph was split, joined, moved or made a heading. */
export function movedAtOnce(inserted: InsertedRun, deleted: readonly DeletedRun[]): Authors {
  const isTelling = ({ length, run }: Found): boolean => length > 0 && (inserted.isInNewBlock || length >= TELLING.atOnce || (run.isWholeBlock && length === run.text.length));
  return authorsFrom(inserted.text, deleted.flatMap((run) => overlaps(inserted.text, run)).filter(isTelling));
}

/** Words beside the very place where they were deleted. `tombs`: what stands there, left and right of them, deleted by the same hand. */
export function broughtBackInPlace({ text }: InsertedRun, tombs: readonly DeletedRun[]): Authors {
  const isTelling = ({ length, run }: Found): boolean => length === text.length && (length >= TELLING.undone || length === run.text.length);
  return authorsFrom(text, tombs.flatMap((run) => overlaps(text, run)).filter(isTelling));
}

/** Words that were cut some time ago; newest first. */
export function broughtBackLater({ text, isInNewBlock }: InsertedRun, earlier: readonly DeletedRun[]): Authors {
  const isTelling = ({ length, run }: Found): boolean =>
    length >= TELLING.later || (isInNewBlock && length === run.text.length && length === text.length && length >= TELLING.undone);
  return authorsFrom(text, earlier.flatMap((run) => overlaps(text, run)).filter(isTelling));
}

/**
 * Words of a block that was brought back: only an undo gives a new block the id of one that went. Newest first, so that
 * of several parts that were cut off one after another the last is found first.
 */
export function broughtBackWithTheirBlock({ text }: InsertedRun, deletedInIt: readonly DeletedRun[]): Authors {
  return authorsFrom(text, deletedInIt.flatMap((run) => overlaps(text, run)));
}

/** A restore is known to bring words back: any that were deleted, newest first, are those, with the space beside them. */
export function restored({ text }: InsertedRun, deleted: readonly DeletedRun[]): Authors {
  const found = deleted.flatMap((run) => [...overlaps(text, run), ...longestCommon(text, run)]);
  const authors = authorsFrom(text, found.filter(({ at, length }) => text.slice(at, at + length).trim() !== ''));
  return authors.map((author, index) => author ?? (/\s/.test(text[index] ?? '') ? (authors[index + 1] ?? authors[index - 1]) : undefined));
}

/** Where one is in the other, or the end of one is the beginning of the other. */
function overlaps(text: string, run: DeletedRun): Found[] {
  if (text === '' || run.text === '') return [];
  const inside = run.text.indexOf(text);
  if (inside >= 0) return [{ at: 0, length: text.length, run, from: inside }];
  const around = placesIn(text, run.text);
  if (around.length > 0) return around.map((at) => ({ at, length: run.text.length, run, from: 0 }));
  const [start, end] = [commonStart(text, run.text), commonEnd(text, run.text)];
  return [
    { at: 0, length: start, run, from: 0 },
    { at: text.length - end, length: end, run, from: run.text.length - end },
  ];
}

/** Every place: which of several equal letters is meant shows in what longer stretches leave over. */
function placesIn(text: string, sought: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) places.push(at);
  return places;
}

/** More comparisons than this are not worth the wait. */
const MOST_COMPARISONS = 100_000;

function longestCommon(text: string, run: DeletedRun): Found[] {
  if (text.length * run.text.length > MOST_COMPARISONS) return [];
  let best: Found | null = null;
  let above: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const row: number[] = [];
    for (let from = 0; from < run.text.length; from++) {
      const length = text[at] === run.text[from] ? (above[from - 1] ?? 0) + 1 : 0;
      row.push(length);
      if (length > (best?.length ?? 0)) best = { at: at - length + 1, length, run, from: from - length + 1 };
    }
    above = row;
  }
  return best === null ? [] : [best];
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** The longest stretches first; each character is found once. */
function authorsFrom(text: string, found: readonly Found[]): Authors {
  const authors: Authors = Array.from({ length: text.length });
  for (const { at, length, run, from } of [...found].sort((a, b) => b.length - a.length)) {
    for (let offset = 0; offset < length; offset++) authors[at + offset] ??= run.authors[from + offset];
  }
  return authors;
}
