import type { SessionSummary } from '@expert-forum/contracts';

export interface SessionGroups {
  /** Open, or interrupted. */
  readonly now: readonly SessionSummary[];
  /** The next one first. */
  readonly coming: readonly SessionSummary[];
  /** The latest first. */
  readonly past: readonly SessionSummary[];
}

/** Sessions, which come by the time they start, as somebody looks for them. */
export function groupSessions(sessions: readonly SessionSummary[]): SessionGroups {
  return {
    now: sessions.filter(({ state }) => state === 'open' || state === 'suspended'),
    coming: sessions.filter(({ state }) => state === 'planned'),
    past: sessions.filter(({ state }) => state === 'closed').reverse(),
  };
}
