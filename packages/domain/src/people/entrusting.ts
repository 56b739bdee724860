import { ALLOWED, refused, type Verdict } from '../verdict.js';
import { isInForce, type MandateTerm } from './mandate.js';
import { mayPerform } from './role-table.js';
import { actsForCentre, ROLES, type Actor, type Role } from './role.js';

/** What a mandate is for. */
export interface Entrusted {
  readonly role: Role;
  readonly centreId: string | null;
}

/** May this actor grant, limit or withdraw such a mandate? The secretariat any, a focal point those of the own centre's experts. */
export function mayEntrust(actor: Pick<Actor, 'role' | 'centreId'>, { role, centreId }: Entrusted): Verdict {
  const isOwn = role === 'expert' && centreId !== null && centreId === actor.centreId;
  return mayPerform('administer-people', actor.role, { isOwn });
}

/** Roles that this actor may entrust at all: what a screen offers. */
export const entrustableRoles = (actor: Pick<Actor, 'role' | 'centreId'>): Role[] =>
  ROLES.filter((role) => mayEntrust(actor, { role, centreId: actor.centreId }).ok);

/** A focal point and an expert act for a centre, nobody else does. */
export function fitsCentre({ role, centreId }: Entrusted): Verdict {
  if (actsForCentre(role) === (centreId !== null)) return ALLOWED;
  return refused(centreId === null ? 'centre-required' : 'centre-forbidden');
}

/** Is the forum still administered, by these other mandates of the secretariat, if one of theirs ends then? */
export function remainsAdministered(others: readonly MandateTerm[], endsAt: Date, now: Date): boolean {
  return others.some((term) => isInForce(term, now) && (term.endsAt === null || term.endsAt >= endsAt));
}
