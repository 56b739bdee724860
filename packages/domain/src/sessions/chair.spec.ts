import { ROLES } from '../people/role.js';
import { mayRunSession, mayTakeChair } from './chair.js';

describe('the chair', () => {
  it('[SE2] is held by one moderator; another is refused until the chair is taken over', () => {
    const rustam = { role: 'moderator', mandateId: 'm1' } as const;
    const emi = { role: 'moderator', mandateId: 'm2' } as const;
    expect(mayRunSession(rustam, 'm1')).toEqual({ ok: true });
    expect(mayRunSession(emi, 'm1')).toEqual({ ok: false, problem: 'not-in-chair' });
    expect(mayTakeChair(emi, 'm1')).toEqual({ ok: true });
    expect(mayTakeChair(rustam, 'm1')).toEqual({ ok: false, problem: 'chair-held' });
  });

  it('[SE2] is for moderators alone', () => {
    for (const role of ROLES.filter((each) => each !== 'moderator')) {
      expect(mayRunSession({ role, mandateId: 'm1' }, 'm1')).toMatchObject({ problem: 'not-allowed' });
      expect(mayTakeChair({ role, mandateId: 'm1' }, 'm2')).toMatchObject({ problem: 'not-allowed' });
    }
  });
});
