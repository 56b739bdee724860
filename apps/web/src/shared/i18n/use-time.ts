import type { Language } from './languages.js';
import { useLanguage } from './use-text.js';

type Moment = number | string | Date;

interface Times {
  readonly clock: (at: Moment) => string;
  readonly day: (at: Moment) => string;
  readonly moment: (at: Moment) => string;
  /** How far the clock is from UTC, as in `GMT+9`. */
  readonly offset: (at: Moment) => string;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

function timesIn(locale: string, timeZone: string | undefined): Times {
  const formatOf = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });
  const shown = (options: Intl.DateTimeFormatOptions): ((at: Moment) => string) => {
    const format = formatOf(options);
    return (at) => format.format(new Date(at));
  };
  const offsets = formatOf({ timeZoneName: 'shortOffset' });
  const offset = (at: Moment): string => offsets.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return { clock: shown(CLOCK), day: shown(DAY), moment: shown({ ...DAY, ...CLOCK }), offset };
}

/** In English, too, the day stands before the month. */
const LOCALES: Record<Language, string> = { en: 'en-GB', ru: 'ru', ja: 'ja' };

const known = new Map<string, Times>();

function timesFor(language: Language, timeZone?: string): Times {
  const key = `${language} ${timeZone ?? ''}`;
  const times = known.get(key) ?? timesIn(LOCALES[language], timeZone);
  known.set(key, times);
  return times;
}

/** Times as the reader's own clock shows them, or that of a zone: 24 hours; days with the month in words. */
export const useTime = (timeZone?: string): Times => timesFor(useLanguage(), timeZone);
