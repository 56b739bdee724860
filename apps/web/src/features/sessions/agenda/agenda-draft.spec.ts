import { describe, expect, it } from '@jest/globals';
import { item, section, START } from '../session.fixture.js';
import { draftOf, mayChange, moved, toAgenda, withItem, withoutItem } from './agenda-draft.js';

const current = [item('a', { sections: [section('s-5.4')] }), item('b'), item('c')];
const keys = (items: readonly { readonly key: string }[]): string => items.map(({ key }) => key).join('');

describe('an agenda that is being prepared', () => {
  it('[SE3] is sent whole and in order; items that were there keep their ids', () => {
    const draft = withItem(moved(draftOf(current), 'c', -1), { key: 'new', title: { en: 'New' }, minutes: 5, sectionIds: [] });
    expect(toAgenda(draft)).toEqual([
      { id: 'a', title: { en: 'Item a' }, minutes: 30, sectionIds: ['s-5.4'] },
      { id: 'c', title: { en: 'Item c' }, minutes: 30, sectionIds: [] },
      { id: 'b', title: { en: 'Item b' }, minutes: 30, sectionIds: [] },
      { title: { en: 'New' }, minutes: 5, sectionIds: [] },
    ]);
  });

  it('puts a changed item in its own place, and moves none beyond the ends', () => {
    const draft = draftOf(current);
    const [, second] = draft;
    expect(withItem(draft, { ...second, key: 'b', title: { en: 'Other' }, minutes: 1, sectionIds: [] })[1]).toMatchObject({ title: { en: 'Other' } });
    expect([keys(moved(draft, 'a', -1)), keys(moved(draft, 'a', 1)), keys(moved(draft, 'c', 1))]).toEqual(['abc', 'bac', 'abc']);
    expect(keys(withoutItem(draft, 'b'))).toBe('ac');
  });

  it('[SE3] keeps what was on the table', () => {
    const used = [item('a', { activatedAt: START }), item('b')];
    expect(mayChange(used, 'a')).toMatchObject({ ok: false, problem: 'agenda-fixed' });
    expect([mayChange(used, 'b').ok, mayChange(used, 'new').ok]).toEqual([true, true]);
  });
});
