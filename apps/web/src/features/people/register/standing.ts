import type { MandateView } from '@expert-forum/contracts';
import { isInForce } from '@expert-forum/domain';

/** Where a mandate stands in time. */
export type Standing = 'upcoming' | 'in-force' | 'ended' | 'withdrawn';

export function standingOf({ startsAt, endsAt, withdrawnAt }: MandateView, now: Date): Standing {
  if (withdrawnAt !== null) return 'withdrawn';
  const term = { startsAt: new Date(startsAt), endsAt: endsAt === null ? null : new Date(endsAt), withdrawnAt: null };
  if (isInForce(term, now)) return 'in-force';
  return term.startsAt > now ? 'upcoming' : 'ended';
}

/** Gives rights today or will one day. */
export const isCurrent = (mandate: MandateView, now: Date): boolean => ['in-force', 'upcoming'].includes(standingOf(mandate, now));
