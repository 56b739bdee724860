import { ITEM_STATES, itemAfter, itemConcluded, judgeAgenda } from './agenda-item.js';

describe('an agenda item', () => {
  it('[SE4] is put on the table once and leaves it decided, deferred or referred; deferred or corrected it comes up again', () => {
    const ways = ITEM_STATES.map((from) => [from, ITEM_STATES.filter((to) => itemAfter(from, to).ok)]);
    expect(Object.fromEntries(ways)).toEqual({
      pending: ['active'],
      active: ['decided', 'deferred', 'referred'],
      decided: ['pending'],
      deferred: ['active'],
      referred: [],
    });
    expect(itemAfter('referred', 'active')).toMatchObject({ problem: 'item-state-unfit', params: { state: 'referred', to: 'active' } });
  });

  it('[SE4] gets its words as it leaves the table or afterwards, until the session is closed', () => {
    expect(itemConcluded('open', 'active', 'deferred')).toEqual({ ok: true, value: 'deferred' });
    expect(itemConcluded('suspended', 'decided', 'decided')).toEqual({ ok: true, value: 'decided' });
    expect(itemConcluded('open', 'decided', 'referred')).toMatchObject({ problem: 'item-state-unfit' });
    expect(itemConcluded('open', 'pending', 'decided')).toMatchObject({ problem: 'item-state-unfit' });
    expect(itemConcluded('closed', 'decided', 'decided')).toMatchObject({ problem: 'session-state-unfit' });
  });
});

describe('judgeAgenda', () => {
  const decided = { id: 'a', wasOnTable: true, sectionIds: ['s1', 's2'] } as const;
  const pending = { id: 'b', wasOnTable: false, sectionIds: ['s3'] } as const;
  const current = [decided, pending];

  it('[SE3] takes new items, another order, and other sections of what is pending', () => {
    const proposed = [{ sectionIds: [] }, { id: 'b', sectionIds: [] }, { id: 'a', sectionIds: ['s2', 's1'] }];
    expect(judgeAgenda(current, proposed)).toEqual({ ok: true, value: proposed });
    expect(judgeAgenda(current, [decided])).toMatchObject({ ok: true });
  });

  it.each([
    ['drops it', [pending]],
    ['takes a section from it', [{ id: 'a', sectionIds: ['s1'] }]],
    ['gives it another section', [{ id: 'a', sectionIds: ['s1', 's3'] }]],
  ])('[SE3] refuses an agenda that %s although it was on the table', (_, proposed) => {
    expect(judgeAgenda(current, proposed)).toMatchObject({ ok: false, problem: 'agenda-fixed' });
  });

  it('[SE3] refuses items of other agendas and the same item twice', () => {
    for (const ids of [['a', 'x'], ['a', 'b', 'b']]) {
      const proposed = ids.map((id) => ({ id, sectionIds: id === 'a' ? decided.sectionIds : [] }));
      expect(judgeAgenda(current, proposed)).toMatchObject({ ok: false, problem: 'item-unknown' });
    }
  });
});
