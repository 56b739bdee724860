import { mayPerform } from '../people/role-table.js';
import type { Role } from '../people/role.js';
import { refused, type Verdict } from '../verdict.js';
import type { SessionState } from './session.js';

/** May this role ask for the floor? Observers may where an item allows it; no item does yet. */
export function mayAskForFloor(role: Role, session: SessionState): Verdict {
  if (session !== 'open') return refused('session-state-unfit', { state: session, act: 'ask-for-floor' });
  return mayPerform('ask-for-floor', role, { isOwn: false });
}
