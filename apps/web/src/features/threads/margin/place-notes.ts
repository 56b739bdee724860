/** A note that wants to stand beside its words. Measured in pixels from the top of the margin. */
export interface WantedPlace {
  readonly wanted: number;
  readonly height: number;
}

/** Between two notes. */
const GAP = 8;

/**
 * Tops of notes, so that none lies over another: each beside its words, or as near under the one before as it can. The chosen one
 * has its place, and those before it make way upwards as far as there is room. To be given in the order of the text.
 */
export function placeNotes(notes: readonly WantedPlace[], chosen: number | null): number[] {
  const tops = pushedDown(notes, notes.map(({ wanted }) => wanted));
  const place = chosen === null ? undefined : notes[chosen];
  if (chosen === null || place === undefined) return tops;
  let below = Math.max(place.wanted, 0);
  tops[chosen] = below;
  for (let index = chosen - 1; index >= 0; index--) {
    below = Math.min(tops[index] ?? 0, below - GAP - (notes[index]?.height ?? 0));
    tops[index] = below;
  }
  const wanted = tops.map((top, index) => (index <= chosen ? top : (notes[index]?.wanted ?? 0)));
  return pushedDown(notes, wanted);
}

function pushedDown(notes: readonly WantedPlace[], wanted: readonly number[]): number[] {
  let free = 0;
  return notes.map(({ height }, index) => {
    const top = Math.max(wanted[index] ?? 0, free);
    free = top + height + GAP;
    return top;
  });
}

/** Which notes have a neighbour nearer than `room`: they show one line. */
export const crowdedNotes = (wanted: readonly number[], room: number): boolean[] =>
  wanted.map((top, index) => [wanted[index - 1], wanted[index + 1]].some((other) => other !== undefined && Math.abs(other - top) < room));
