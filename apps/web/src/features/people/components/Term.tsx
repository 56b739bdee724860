import type { MandateView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { lastHeld } from '../register/days.js';
import { standingOf } from '../register/standing.js';

/** From when until when a mandate holds, or how it came to its end. */
export function Term({ mandate, now }: { readonly mandate: MandateView; readonly now: Date }) {
  const text = useText();
  const time = useTime();
  const { startsAt, endsAt, withdrawnAt } = mandate;
  const words = (): string => {
    if (withdrawnAt !== null) return text('people.mandate.withdrawn', { day: time.day(withdrawnAt) });
    if (endsAt === null) return text('people.mandate.from', { day: time.day(startsAt) });
    const until = time.day(lastHeld(endsAt));
    if (standingOf(mandate, now) === 'ended') return text('people.mandate.ended', { day: until });
    return text('people.mandate.term', { from: time.day(startsAt), until });
  };
  return <span>{words()}</span>;
}
