/**
 * The smallest value that at least `share` per cent of the values do not exceed (nearest rank).
 *
 * @throws RangeError without values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

/** The middle value; of an even number of values the lower one of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
