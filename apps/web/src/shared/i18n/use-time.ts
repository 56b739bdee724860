import type { Language } from './languages.js';
import { useLanguage } from './use-text.js';

type Moment = number | string | Date;

interface Times {
  readonly clock: (at: Moment) => string;
  readonly day: (at: Moment) => string;
  readonly moment: (at: Moment) => string;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

function timesIn(locale: string): Times {
  const shown = (options: Intl.DateTimeFormatOptions): ((at: Moment) => string) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (at) => format.format(new Date(at));
  };
  return { clock: shown(CLOCK), day: shown(DAY), moment: shown({ ...DAY, ...CLOCK }) };
}

/** In English, too, the day stands before the month. */
const TIMES: Record<Language, Times> = { en: timesIn('en-GB'), ru: timesIn('ru'), ja: timesIn('ja') };

/** Times as the reader's own clock shows them: 24 hours; days with the month in words. */
export const useTime = (): Times => TIMES[useLanguage()];
