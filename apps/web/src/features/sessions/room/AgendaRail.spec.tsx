import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { SessionView } from '@expert-forum/contracts';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { item, session, START } from '../session.fixture.js';
import { AgendaRail } from './AgendaRail.js';

afterEach(cleanup);

const ITEMS = [item('a', { state: 'decided', activatedAt: START }), item('b'), item('c', { state: 'deferred', activatedAt: START }), item('d', { state: 'referred', activatedAt: START })];
const onActivate = jest.fn();
const onConclude = jest.fn();

const show = (shown: SessionView, isChair = true) =>
  renderInEnglish(<AgendaRail session={shown} shown={shown.items[0] ?? null} isChair={isChair} blockedBy={undefined} onActivate={onActivate} onConclude={onConclude} />);

const offered = (): (string | null)[] => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));

describe('the agenda beside the text', () => {
  it('[SE4] lets the chair put on the table what may come up while the table is free, and record the words of the rest', async () => {
    await show(session({ items: ITEMS }));
    expect(offered()).toEqual(['Words of the outcome: Item a', 'Put on the table: Item b', 'Put on the table: Item c', 'Words of the outcome: Item d']);
    await userEvent.click(screen.getByRole('button', { name: 'Put on the table: Item b' }));
    expect(onActivate).toHaveBeenCalledWith('b');
    await userEvent.click(screen.getByRole('button', { name: 'Words of the outcome: Item a' }));
    expect(onConclude).toHaveBeenCalledWith(ITEMS[0]);
  });

  it('[SE4] holds one item at a time', async () => {
    await show(session({ items: [item('a', { state: 'active', activatedAt: START }), item('b')] }));
    expect(offered()).toEqual([]);
    expect(screen.getAllByRole('listitem').map((each) => each.getAttribute('aria-current'))).toEqual(['true', null]);
  });

  it('[SE1] [SE2] offers nothing to whoever is not in the chair, before it opens, or when it is closed', async () => {
    await show(session({ items: ITEMS }), false);
    expect(offered()).toEqual([]);
    for (const state of ['planned', 'closed'] as const) {
      cleanup();
      await show(session({ state, items: ITEMS.map((each) => ({ ...each, activatedAt: null })) }));
      expect(offered()).toEqual([]);
    }
  });
});
