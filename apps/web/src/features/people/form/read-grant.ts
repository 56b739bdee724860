import type { NewMandate } from '@expert-forum/contracts';
import { actsForCentre, ROLES } from '@expert-forum/domain';
import { beginningOf, endOf } from '../register/days.js';
import { written } from '../../../shared/ui/read-title.js';
import { given } from './fields.js';

/** What the fields of a grant say. */
export function readGrant(form: FormData): Omit<NewMandate, 'memberId'> {
  const role = ROLES.find((each) => each === written(form, 'role')) ?? 'observer';
  const [first, last] = [written(form, 'startsAt'), written(form, 'endsAt')];
  return {
    role,
    ...(actsForCentre(role) ? given('centreId', written(form, 'centreId')) : {}),
    ...(first === '' ? {} : { startsAt: beginningOf(first).toISOString() }),
    ...(last === '' ? {} : { endsAt: endOf(last).toISOString() }),
  };
}
