/** What came of one rate. */
export interface Step {
  /** Edits a second that were wanted. */
  readonly rate: number;
  /** Edits a second that were made: less than wanted where the people themselves could not keep up. */
  readonly made: number;
  /** Milliseconds; null where not every edit arrived in time. */
  readonly p99: number | null;
}

/** Edits a second of all people together. */
export const RATES: readonly number[] = [250, 500, 1_000, 1_400, 2_000, 2_800, 4_000, 5_600, 8_000, 11_000, 15_000, 20_000];

const LONGEST_P99 = 100;
const ALMOST_ALL = 0.95;

export const isHeld = ({ rate, made, p99 }: Step): boolean => p99 !== null && p99 <= LONGEST_P99 && made >= ALMOST_ALL * rate;

/** The highest rate that was held before one was not; 0 if the first was not. */
export function highestHeld(steps: readonly Step[]): number {
  const missed = steps.findIndex((step) => !isHeld(step));
  const held = missed < 0 ? steps : steps.slice(0, missed);
  return held.at(-1)?.rate ?? 0;
}
