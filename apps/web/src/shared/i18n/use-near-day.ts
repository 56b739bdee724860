import { useCallback } from 'react';
import { useLanguage } from './use-text.js';
import { useTime } from './use-time.js';

const DAY_MS = 86_400_000;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Days from today, by the reader's own clock; of days with a change of the clock, too, one is one. */
export const daysFromToday = (at: string, now = Date.now()): number => Math.round((midnight(Date.parse(at)) - midnight(now)) / DAY_MS);

/** A day as people say it: `today, 18:00`, `yesterday, 9:30`, `23 November 2026`. */
export function useNearDay(): (at: string) => string {
  const language = useLanguage();
  const { day, clock } = useTime();
  return useCallback(
    (at) => {
      const days = daysFromToday(at);
      if (Math.abs(days) > 1) return day(at);
      return `${new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')}, ${clock(at)}`;
    },
    [language, day, clock],
  );
}
