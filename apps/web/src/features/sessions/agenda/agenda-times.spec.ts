import { describe, expect, it } from '@jest/globals';
import { after, END, START } from '../session.fixture.js';
import { agendaSum, startsOf } from './agenda-times.js';

const items = [{ minutes: 10 }, { minutes: 25 }, { minutes: 35 }];

describe('times of an agenda', () => {
  it('[SE3] lets each item begin when those before it have taken what was planned', () => {
    expect(startsOf(items, START).map((at) => new Date(at).toISOString())).toEqual([after(0), after(600), after(2_100)]);
  });

  it.each([
    [items, { planned: 70, given: 180, left: 110 }],
    [[{ minutes: 205 }], { planned: 205, given: 180, left: -25 }],
    [[], { planned: 0, given: 180, left: 180 }],
  ])('[SE3] sums what is planned against what there is', (planned, sum) => {
    expect(agendaSum(planned, { startsAt: START, endsAt: END })).toEqual(sum);
  });
});
