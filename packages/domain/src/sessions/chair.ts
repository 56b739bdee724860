import { mayPerform } from '../people/role-table.js';
import type { Actor } from '../people/role.js';
import { ALLOWED, refused, type Verdict } from '../verdict.js';
import type { SessionState } from './session.js';

type Chairing = Pick<Actor, 'role' | 'mandateId'>;

/** Of several moderators one runs the session: whoever holds the chair. */
export function mayRunSession({ role, mandateId }: Chairing, chairMandateId: string): Verdict {
  const verdict = mayPerform('run-session', role, { isOwn: true });
  if (!verdict.ok) return verdict;
  return chairMandateId === mandateId ? ALLOWED : refused('not-in-chair');
}

/** Taking over is an act of its own: nobody takes the chair by doing something else. */
export function mayTakeChair({ role, mandateId }: Chairing, chairMandateId: string): Verdict {
  const verdict = mayPerform('run-session', role, { isOwn: true });
  if (!verdict.ok) return verdict;
  return chairMandateId === mandateId ? refused('chair-held') : ALLOWED;
}

/** A plan is every moderator's; once the session is open, it is the chair's. */
export function mayEditSession(actor: Chairing, { state, chairMandateId }: { readonly state: SessionState; readonly chairMandateId: string }): Verdict {
  const verdict = mayPerform('run-session', actor.role, { isOwn: true });
  if (!verdict.ok || state === 'planned') return verdict;
  return state === 'closed' ? refused('session-state-unfit', { state, act: 'edit' }) : mayRunSession(actor, chairMandateId);
}
