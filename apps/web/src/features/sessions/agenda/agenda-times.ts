const MINUTE_MS = 60_000;

interface Timed {
  readonly minutes: number;
}

/** When each item comes up if those before it take what was planned, in ms since 1970. */
export function startsOf(items: readonly Timed[], startsAt: string): number[] {
  const starts: number[] = [];
  let at = Date.parse(startsAt);
  for (const { minutes } of items) {
    starts.push(at);
    at += minutes * MINUTE_MS;
  }
  return starts;
}

export interface AgendaSum {
  /** What the items take together. */
  readonly planned: number;
  /** How long the session is. */
  readonly given: number;
  /** What is left; negative where the items take longer. */
  readonly left: number;
}

/** Minutes of the agenda against those of the session. */
export function agendaSum(items: readonly Timed[], { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): AgendaSum {
  const planned = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const given = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS);
  return { planned, given, left: given - planned };
}
