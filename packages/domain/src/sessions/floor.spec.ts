import { ROLES } from '../people/role.js';
import { mayAskForFloor } from './floor.js';

describe('mayAskForFloor', () => {
  it('[SE13] rapporteurs, focal points and experts, while the session is open', () => {
    expect(ROLES.filter((role) => mayAskForFloor(role, 'open').ok)).toEqual(['rapporteur', 'focal_point', 'expert']);
    for (const state of ['planned', 'suspended', 'closed'] as const) {
      expect(mayAskForFloor('expert', state)).toMatchObject({ ok: false, problem: 'session-state-unfit' });
    }
  });
});
