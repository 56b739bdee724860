import type { Actor } from '../people/role.js';
import { decided, type Decision } from '../verdict.js';
import type { ReopenedState, ThreadFacts } from './thread.js';
import { canReopenThread } from './thread-policy.js';

/** Takes the answer back; the ledger keeps it. */
export function reopenThread(actor: Actor, thread: ThreadFacts): Decision<ReopenedState> {
  const verdict = canReopenThread(actor, thread);
  return verdict.ok ? decided({ kind: 'reopened' }) : verdict;
}
