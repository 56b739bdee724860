import { ROLES } from '../people/role.js';
import { callEnd, callOutcome, mayObject } from './objection-call.js';

const second = (number: number): Date => new Date(Date.UTC(2026, 10, 24, 10, 0, number));
const call = { closesAt: callEnd(second(0)), stoppedAt: null };

describe('a call for objections', () => {
  it('[SE6] runs ten seconds by the clock of the server and is then unopposed', () => {
    expect(call.closesAt).toEqual(second(10));
    expect(callOutcome(call, second(9))).toBe('running');
    expect(callOutcome(call, second(10))).toBe('unopposed');
  });

  it('[SE6] stopped once stays stopped', () => {
    const stopped = { ...call, stoppedAt: second(4) };
    expect([4, 10, 60].map((at) => callOutcome(stopped, second(at)))).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('[SE7] is stopped by a focal point, within its time, once', () => {
    expect(ROLES.filter((role) => mayObject(role, call, second(1)).ok)).toEqual(['focal_point']);
    expect(mayObject('focal_point', call, second(10))).toEqual({ ok: false, problem: 'call-over' });
    expect(mayObject('focal_point', { ...call, stoppedAt: second(4) }, second(5))).toEqual({ ok: false, problem: 'call-objected' });
  });
});
