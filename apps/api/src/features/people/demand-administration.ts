import { mayEntrust, mayPerform, type Entrusted } from '@expert-forum/domain';
import { demand } from '../../platform/errors/problem-error.js';
import type { Performer } from '../../platform/ledger/performer.js';

/** The secretariat, or the installation itself. @throws ProblemException */
export function demandAdministration(by: Performer): void {
  if (by.kind === 'mandate') demand(mayPerform('administer-forum', by.actor.role, { isOwn: true }));
}

/** Whoever may grant, limit and withdraw such a mandate. @throws ProblemException */
export function demandMayEntrust(by: Performer, entrusted: Entrusted): void {
  if (by.kind === 'mandate') demand(mayEntrust(by.actor, entrusted));
}
