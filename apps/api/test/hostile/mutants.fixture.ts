type Chance = () => number;

const below = (random: Chance, bound: number): number => Math.floor(random() * bound);
export const oneOf = <T>(random: Chance, all: readonly T[]): T => {
  const one = all[below(random, all.length)];
  if (one === undefined) throw new RangeError('there is nothing to choose from');
  return one;
};

/** Lengths and numbers at the edges of what a varint says: 0, 127, 128, 2³² − 1, 2⁵³ − 1, 2⁵³, one that never ends. */
const EDGES = [[0], [127], [128, 1], [255, 255, 255, 255, 15], [...Array.from({ length: 7 }, () => 255), 15], [...Array.from({ length: 7 }, () => 128), 16], Array.from({ length: 12 }, () => 255)];

/** Where heads and lengths are as often as anywhere. */
const placeIn = (random: Chance, { byteLength }: Uint8Array): number => below(random, random() < 0.5 ? Math.min(byteLength, 12) : byteLength);

const replaced = (bytes: Uint8Array, from: number, to: number, by: Iterable<number>): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, from), ...by, ...bytes.subarray(to)]);

/** One change of bytes; `others` are what a part of may be put behind a part of them. */
const CHANGES: readonly ((bytes: Uint8Array, random: Chance, others: readonly Uint8Array[]) => Uint8Array)[] = [
  function flip(bytes, random) {
    const at = placeIn(random, bytes);
    return replaced(bytes, at, at + 1, [(bytes[at] ?? 0) ^ (1 << below(random, 8))]);
  },
  function set(bytes, random) {
    const at = placeIn(random, bytes);
    return replaced(bytes, at, at + 1, [below(random, 256)]);
  },
  function cut(bytes, random) {
    const at = placeIn(random, bytes);
    return random() < 0.5 ? bytes.slice(0, at) : replaced(bytes, at, at + 1 + below(random, 4), []);
  },
  function double(bytes, random) {
    const [from, to] = [placeIn(random, bytes), placeIn(random, bytes)].sort((a, b) => a - b) as [number, number];
    return replaced(bytes, to, to, bytes.subarray(from, to));
  },
  function splice(bytes, random, others) {
    const other = oneOf(random, others);
    return replaced(bytes, placeIn(random, bytes), bytes.byteLength, other.subarray(placeIn(random, other)));
  },
  function alterLength(bytes, random) {
    const at = placeIn(random, bytes);
    return replaced(bytes, at, at + below(random, 3), oneOf(random, EDGES));
  },
];

/** Valid bytes with one to four things wrong. */
export function mutantOf(bytes: Uint8Array, random: Chance, others: readonly Uint8Array[]): Uint8Array {
  let mutant = bytes;
  for (let left = 1 + below(random, 4); left > 0; left -= 1) mutant = oneOf(random, CHANGES)(mutant, random, others);
  return mutant;
}

/** What arrives one after the other, with something wrong in one, or one that is missing, comes twice or too early. */
export function mutantsOf(sequence: readonly Uint8Array[], random: Chance, others: readonly Uint8Array[]): Uint8Array[] {
  const at = below(random, sequence.length);
  const [before, one, after] = [sequence.slice(0, at), sequence[at] ?? new Uint8Array(), sequence.slice(at + 1)];
  const ways = [() => [mutantOf(one, random, others)], () => [mutantOf(one, random, others)], () => [], () => [one, one], () => [oneOf(random, others), one]];
  return [...before, ...oneOf(random, ways)(), ...after];
}
