import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** From when to when, in the reader's own zone or another one; the day is said once if it is one day. */
export function useSpan(zone?: string): (span: Span) => string {
  const text = useText();
  const { day, clock } = useTime(zone);
  return ({ startsAt, endsAt }) => {
    const [fromDay, toDay, from, to] = [day(startsAt), day(endsAt), clock(startsAt), clock(endsAt)];
    return fromDay === toDay ? text('session.span', { day: fromDay, from, to }) : text('session.spanOfDays', { fromDay, from, toDay, to });
  };
}
