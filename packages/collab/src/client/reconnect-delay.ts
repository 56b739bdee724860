const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/** How long to wait before the given attempt (1 is the first after a cut), spread so that a restart does not call everybody at once. */
export function reconnectDelay(attempt: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(longest * (0.5 + random() / 2));
}
