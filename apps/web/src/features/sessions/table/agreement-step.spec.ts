import { describe, expect, it } from '@jest/globals';
import type { ObjectionCallView } from '@expert-forum/contracts';
import type { TextState } from '@expert-forum/domain';
import { after, call, section } from '../session.fixture.js';
import { agreementStep } from './agreement-step.js';

const asked: TextState = { seq: 7, hash: 'aaaaaaaa11111111' };

const stepAt = (seconds: number, asking: ObjectionCallView | null, seen: TextState | null = asked) =>
  agreementStep({ session: { state: 'open', call: asking }, item: { state: 'active' }, section: section('s-5.4'), seen, at: new Date(after(seconds)) });

describe('what the chair can do next', () => {
  it('[SE6] [SE8] asks, waits ten seconds, and then can record', () => {
    expect(stepAt(0, null)).toEqual({ kind: 'ask', isAgain: false });
    expect(stepAt(9.9, call())).toEqual({ kind: 'wait' });
    expect(stepAt(10, call())).toMatchObject({ kind: 'record', seen: asked });
  });

  it('[SE7] asks again after an objection, also when the time has run out', () => {
    const stopped = call({ stoppedAt: after(4), objectingCentre: 'JPN-HDP' });
    expect([stepAt(5, stopped), stepAt(30, stopped)]).toEqual([
      { kind: 'ask', isAgain: true },
      { kind: 'ask', isAgain: true },
    ]);
  });

  it('[SE9] reads that the text moved before it is refused, and records nothing that has not arrived here', () => {
    expect(stepAt(12, call(), { seq: 8, hash: 'bbbb' })).toMatchObject({ kind: 'moved' });
    expect(stepAt(12, call(), null)).toEqual({ kind: 'receive' });
  });

  it('[SE8] is told which rule stops it', () => {
    const table = { session: { state: 'open', call: null }, item: { state: 'active' }, section: section('s-5.4', { phase: 'parked' }), seen: asked, at: new Date(after(0)) } as const;
    expect(agreementStep(table)).toEqual({ kind: 'blocked', problem: 'transition-unknown' });
    expect(agreementStep({ ...table, section: section('s-5.4'), session: { state: 'suspended', call: null } })).toEqual({ kind: 'blocked', problem: 'session-state-unfit' });
  });

  it('[SE8] does not take a call about another section for its own', () => {
    expect(stepAt(12, call({ sectionId: 's-1' }))).toEqual({ kind: 'ask', isAgain: false });
  });
});
