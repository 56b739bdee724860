import type { Actor } from '../people/role.js';
import { decided, type Decision } from '../verdict.js';
import type { Resolution, ResolvedState, ThreadFacts } from './thread.js';
import { canResolveThread } from './thread-policy.js';

type Answer = Pick<Resolution, 'disposition' | 'reason'>;

/** Closes a thread with its answer. */
export function resolveThread(actor: Actor, thread: ThreadFacts, { disposition, reason }: Answer, at: Date): Decision<ResolvedState> {
  const verdict = canResolveThread(actor, thread);
  return verdict.ok ? decided({ kind: 'resolved', disposition, reason, byMandateId: actor.mandateId, at }) : verdict;
}
