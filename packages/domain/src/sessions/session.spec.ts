import { SESSION_ACTS, SESSION_STATES, sessionActs, sessionAfter } from './session.js';

describe('a session', () => {
  it('[SE1] goes from planned to open, to and fro between open and suspended, and is closed for good', () => {
    const ways = SESSION_STATES.flatMap((state) =>
      SESSION_ACTS.flatMap((act) => {
        const after = sessionAfter(state, act);
        return after.ok ? [`${state} ${act} ${after.value}`] : [];
      }),
    );
    expect(ways).toEqual(['planned open open', 'open suspend suspended', 'open close closed', 'suspended resume open', 'suspended close closed']);
  });

  it('[SE1] says which act its state does not allow, and offers only the others', () => {
    expect(sessionAfter('closed', 'open')).toEqual({ ok: false, problem: 'session-state-unfit', params: { state: 'closed', act: 'open' } });
    expect(sessionActs('open')).toEqual(['suspend', 'close']);
    expect(sessionActs('closed')).toEqual([]);
  });
});
