import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { FloorRequestView } from '@expert-forum/contracts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { session, START } from '../session.fixture.js';
import { Floor } from './Floor.js';

afterEach(cleanup);

const request = (id: string, change: Partial<FloorRequestView> = {}): FloorRequestView => ({ id, centreCode: 'KAZ-SPL', role: 'expert', askedAt: START, hasFloor: false, ...change });
const queue = [request('r-1', { hasFloor: true, centreCode: 'UZB-CTP' }), request('r-2'), request('r-3', { centreCode: null, role: 'rapporteur' })];
const acts = { onAsk: jest.fn(), onWithdraw: jest.fn(), onGive: jest.fn() };

const show = (change: Partial<ComponentProps<typeof Floor>>) =>
  renderInEnglish(<Floor session={session({ floor: queue })} role="expert" requestId={null} isChair={false} blockedBy={undefined} {...acts} {...change} />);

const reasonOf = (button: HTMLElement): string | null | undefined => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;

describe('the floor', () => {
  it('[SE13] shows who has it and who waits, by centre or role, in order', async () => {
    await show({});
    const waiting = within(screen.getByRole('list', { name: 'Waiting for the floor' })).getAllByRole('listitem');
    expect(waiting.map(({ textContent }) => textContent)).toEqual(['KAZ-SPL', 'Rapporteur']);
    expect(screen.getByText('UZB-CTP')).toBeDefined();
  });

  it('[SE13] is given by the chair alone', async () => {
    await show({ isChair: true, role: 'moderator' });
    await userEvent.click(screen.getByRole('button', { name: 'Give the floor to KAZ-SPL' }));
    expect(acts.onGive).toHaveBeenCalledWith('r-2');
    cleanup();
    await show({});
    expect(screen.queryByRole('button', { name: /Give the floor to/ })).toBeNull();
  });

  it('[SE13] is asked for and withdrawn by those who may, and offered to nobody else', async () => {
    await show({});
    await userEvent.click(screen.getByRole('button', { name: 'Ask for the floor' }));
    expect(acts.onAsk).toHaveBeenCalledTimes(1);
    cleanup();
    await show({ requestId: 'r-2' });
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(acts.onWithdraw).toHaveBeenCalledTimes(1);
    cleanup();
    await show({ requestId: 'r-1' });
    expect(screen.getByRole('button', { name: 'Give the floor back' })).toBeDefined();
    cleanup();
    for (const role of ['moderator', 'observer', 'secretariat', 'translator'] as const) {
      await show({ role });
      expect(screen.queryByRole('button')).toBeNull();
      cleanup();
    }
  });

  it('[SE13] says why it cannot be asked for now', async () => {
    await show({ session: session({ state: 'suspended' }) });
    expect(reasonOf(screen.getByRole('button', { name: 'Ask for the floor' }))).toBe('The session does not allow this now.');
    cleanup();
    await show({ blockedBy: 'Reconnecting…' });
    const button = screen.getByRole('button', { name: 'Ask for the floor' });
    acts.onAsk.mockClear();
    await userEvent.click(button);
    expect([reasonOf(button), acts.onAsk.mock.calls.length]).toEqual(['Reconnecting…', 0]);
  });
});
