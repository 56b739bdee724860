import { LIMITS } from '../limits/limits.js';
import { mayPerform } from '../people/role-table.js';
import type { Role } from '../people/role.js';
import { ALLOWED, refused, type Verdict } from '../verdict.js';

/** "Any objection?", asked of every centre at once. */
export interface ObjectionCall {
  readonly closesAt: Date;
  readonly stoppedAt: Date | null;
}

/** `unopposed`: the time ran out and nobody objected. */
export type CallOutcome = 'running' | 'stopped' | 'unopposed';

export const callEnd = (openedAt: Date): Date => new Date(openedAt.getTime() + LIMITS.session.call);

export const secondsUntil = (moment: Date, at: Date): number => Math.ceil((moment.getTime() - at.getTime()) / 1_000);

/** Follows from the call and the time alone: no timer has to fire, and a restart changes nothing. */
export function callOutcome({ closesAt, stoppedAt }: ObjectionCall, at: Date): CallOutcome {
  if (stoppedAt !== null) return 'stopped';
  return at < closesAt ? 'running' : 'unopposed';
}

/** A focal point objects, for the centre, while the call runs; the first objection stops it. */
export function mayObject(role: Role, call: ObjectionCall, at: Date): Verdict {
  const verdict = mayPerform('take-position', role, { isOwn: true });
  if (!verdict.ok) return verdict;
  switch (callOutcome(call, at)) {
    case 'running':
      return ALLOWED;
    case 'stopped':
      return refused('call-objected');
    case 'unopposed':
      return refused('call-over');
  }
}
