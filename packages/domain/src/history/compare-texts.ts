/** A paragraph as it is compared. Unlike its words, `form` also changes with marks and a heading's level. */
export interface ComparedParagraph {
  readonly id: string;
  readonly words: string;
  readonly form: string;
}

/** One line of a comparison. Which of both is there says what became of the paragraph. */
export interface ComparedRow<Paragraph> {
  /** null: the paragraph is new. */
  readonly before: Paragraph | null;
  /** null: it is gone. */
  readonly after: Paragraph | null;
  /** It stands elsewhere among the others. */
  readonly isMoved: boolean;
}

/** Shorter paragraphs are alike by chance. */
const TELLING_CHARACTERS = 12;

/**
 * What became of each paragraph, in the order of the later text; what is gone stands where it was. A paragraph is known by its
 * id and its words, or by those of them that are the same.
 */
export function compareTexts<Paragraph extends ComparedParagraph>(before: readonly Paragraph[], after: readonly Paragraph[]): ComparedRow<Paragraph>[] {
  const formerOf = pairs(before, after);
  const places = after.map((paragraph) => formerOf.get(paragraph) ?? null);
  const stays = longestRising(places);
  const rows = after.map((paragraph, index): ComparedRow<Paragraph> => {
    const place = places[index] ?? null;
    return { before: place === null ? null : (before[place] ?? null), after: paragraph, isMoved: place !== null && !stays.has(index) };
  });
  return withGone(rows, before, new Set(places));
}

/** Does the row say anything but that all is as it was? */
export const isChanged = ({ before, after, isMoved }: ComparedRow<ComparedParagraph>): boolean =>
  isMoved || before === null || after === null || before.words !== after.words || before.form !== after.form;

/**
 * Place in the former text of each paragraph of the later one that was there. Words that are the same come before the id alone:
 * who breaks a paragraph at its head and writes above it leaves the id with what is new.
 */
function pairs<Paragraph extends ComparedParagraph>(before: readonly Paragraph[], after: readonly Paragraph[]): Map<Paragraph, number> {
  const found = new Map<Paragraph, number>();
  const taken = new Set<number>();
  const pairBy = (signOf: (paragraph: Paragraph) => string | null): void => {
    const free = new Map<string | null, number[]>();
    before.forEach((paragraph, place) => {
      const sign = taken.has(place) ? null : signOf(paragraph);
      if (sign !== null) free.set(sign, [...(free.get(sign) ?? []), place]);
    });
    for (const paragraph of after) {
      const place = found.has(paragraph) ? undefined : free.get(signOf(paragraph))?.shift();
      if (place === undefined) continue;
      found.set(paragraph, place);
      taken.add(place);
    }
  };
  pairBy(({ id, words }) => `${id}\n${words}`);
  pairBy(({ words }) => (words.length >= TELLING_CHARACTERS ? words : null));
  pairBy(({ id }) => id);
  return found;
}

/** Which of these stay in order while the fewest others are taken out: all that are not among them have moved. */
function longestRising(places: readonly (number | null)[]): Set<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const placeOf = (index: number | undefined): number => (index === undefined ? -1 : (places[index] ?? -1));
  places.forEach((place, index) => {
    if (place === null) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(ends[middle]) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const rising = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) rising.add(index);
  return rising;
}

/** Puts what is gone behind the paragraph that it followed, as far as that one has stayed where it was. */
function withGone<Paragraph extends ComparedParagraph>(rows: readonly ComparedRow<Paragraph>[], before: readonly Paragraph[], kept: ReadonlySet<number | null>): ComparedRow<Paragraph>[] {
  const following = new Map<Paragraph | null, ComparedRow<Paragraph>[]>();
  const stayed = new Set(rows.flatMap((row) => (row.isMoved || row.before === null ? [] : [row.before])));
  let last: Paragraph | null = null;
  before.forEach((paragraph, place) => {
    if (stayed.has(paragraph)) last = paragraph;
    if (!kept.has(place)) following.set(last, [...(following.get(last) ?? []), { before: paragraph, after: null, isMoved: false }]);
  });
  const isAfter = (row: ComparedRow<Paragraph>): ComparedRow<Paragraph>[] => (row.isMoved || row.before === null ? [] : (following.get(row.before) ?? []));
  return [...(following.get(null) ?? []), ...rows.flatMap((row) => [row, ...isAfter(row)])];
}
