import { LIMITS } from '../limits/limits.js';

/** A signed-in browser. */
export interface LoginTerm {
  readonly createdAt: Date;
  /** When its holder last did something. */
  readonly seenAt: Date;
  /** Signed out, or made to. */
  readonly endedAt: Date | null;
}

/** Does the login still stand: not ended, not idle for too long, not too old? */
export function isLoginOpen({ createdAt, seenAt, endedAt }: LoginTerm, at: Date): boolean {
  const now = at.getTime();
  return endedAt === null && now - createdAt.getTime() < LIMITS.login.absolute && now - seenAt.getTime() < LIMITS.login.idle;
}
