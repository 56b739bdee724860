import { ROLES, type Role } from '../people/role.js';
import { PHASES } from './phase.js';
import { mayType } from './typing.js';

const drafting = { phase: 'drafting', isDrafter: true, isRapporteur: true } as const;

describe('mayType', () => {
  it('[OU10] in drafting: its rapporteur and its drafters of a centre, nobody else', () => {
    const able = ROLES.filter((role) => mayType({ role }, drafting).ok);
    expect(able).toEqual(['rapporteur', 'focal_point', 'expert']);
  });

  it.each<[Role, object]>([
    ['expert', { isDrafter: false }],
    ['focal_point', { isDrafter: false }],
    ['rapporteur', { isRapporteur: false }],
    ['moderator', {}],
  ])('[OU10] refuses a %s with %j', (role, change) =>
    expect(mayType({ role }, { ...drafting, ...change })).toEqual({ ok: false, problem: 'not-a-drafter' }));

  it('[OU11] in every other phase nobody', () => {
    for (const phase of PHASES.filter((each) => each !== 'drafting')) {
      for (const role of ROLES) expect(mayType({ role }, { ...drafting, phase })).toMatchObject({ problem: 'section-frozen' });
    }
  });
});
