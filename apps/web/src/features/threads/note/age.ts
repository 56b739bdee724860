const MINUTE = 60_000;
const UNITS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/** How long ago, in the largest unit: `8 days`. What is younger than a minute is a minute old. */
export function ageOf(at: string, now: number, locale: string): string {
  const passed = Math.max(now - Date.parse(at), MINUTE);
  const [unit, length] = UNITS.find(([, each]) => passed >= each) ?? UNITS[2];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(passed / length));
}
