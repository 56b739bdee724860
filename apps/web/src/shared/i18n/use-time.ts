import { useIntl } from 'react-intl';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Times as the reader's own clock shows them: 24 hours; days with the month in words. */
export function useTime() {
  const intl = useIntl();
  return {
    clock: (at: number | string | Date): string => intl.formatTime(at, CLOCK),
    day: (at: number | string | Date): string => intl.formatDate(at, DAY),
    moment: (at: number | string | Date): string => intl.formatDate(at, { ...DAY, ...CLOCK }),
  };
}
