import { ROLES } from '../people/role.js';
import { mayEditSession, mayRunSession, mayTakeChair } from './chair.js';

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

  it('[SE3] a plan is edited by any moderator, an open session by the chair, a closed one by nobody', () => {
    const emi = { role: 'moderator', mandateId: 'm2' } as const;
    const edit = (state: 'planned' | 'open' | 'closed', chairMandateId: string) => mayEditSession(emi, { state, chairMandateId });
    expect(edit('planned', 'm1')).toEqual({ ok: true });
    expect(edit('open', 'm1')).toMatchObject({ problem: 'not-in-chair' });
    expect(edit('open', 'm2')).toEqual({ ok: true });
    expect(edit('closed', 'm2')).toMatchObject({ problem: 'session-state-unfit' });
    expect(mayEditSession({ role: 'expert', mandateId: 'm1' }, { state: 'planned', chairMandateId: 'm1' })).toMatchObject({ problem: 'not-allowed' });
  });
});
