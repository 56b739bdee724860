import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ObjectionCallView } from '@expert-forum/contracts';
import type { Role } from '@expert-forum/domain';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { after, call, item, section } from '../session.fixture.js';
import { CallNews } from './CallNews.js';
import { CallPanel } from './CallPanel.js';

const onObject = jest.fn();

beforeEach(() => void jest.useFakeTimers({ now: new Date(after(0)), doNotFake: ['queueMicrotask'] }));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  onObject.mockClear();
});

const show = (role: Role, { ahead = 0, isBusy = false, asked = call() }: { ahead?: number; isBusy?: boolean; asked?: ObjectionCallView } = {}) =>
  renderInEnglish(
    <>
      <CallPanel call={asked} section={{ number: '5.4' }} speaker={{ role, centreCode: role === 'focal_point' ? 'JPN-HDP' : null }} {...{ ahead, isBusy, onObject }} />
      <CallNews item={item('i-1')} call={asked} section={section('s-5.4')} ahead={ahead} />
    </>,
  );

const pass = (seconds: number): void => act(() => void jest.advanceTimersByTime(seconds * 1_000));
const left = (): string | null => screen.getByRole('timer').textContent;

describe('"Any objection?" on a screen', () => {
  it('[SE6] counts ten seconds down by the clock of the forum, whatever the clock here shows', async () => {
    jest.setSystemTime(new Date(after(3_600)));
    await show('expert', { ahead: -3_600_000 });
    expect(left()).toBe('10');
    pass(7.4);
    expect(left()).toBe('3');
    pass(2.5);
    expect(left()).toBe('1');
    pass(0.4);
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getAllByText('Ten seconds have passed without an objection to section 5.4.')).toHaveLength(2);
  });

  it('[SE7] gives a focal point, and nobody else, the button to object with', async () => {
    await show('focal_point');
    fireEvent.click(screen.getByRole('button', { name: 'Object for JPN-HDP' }));
    expect(onObject).toHaveBeenCalledTimes(1);
    cleanup();
    for (const role of ['expert', 'moderator', 'rapporteur', 'observer'] as const) {
      await show(role);
      expect(screen.queryByRole('button')).toBeNull();
      expect(screen.getByText('Focal points may object for their centres.')).toBeDefined();
      cleanup();
    }
  });

  it('[SE7] objects once: while it is on its way the button does nothing', async () => {
    await show('focal_point', { isBusy: true });
    fireEvent.click(screen.getByRole('button'));
    expect(onObject).not.toHaveBeenCalled();
  });

  it('[SE7] shows at once which centre stopped it, and says so without interrupting', async () => {
    await show('focal_point', { asked: call({ stoppedAt: after(3), objectingCentre: 'UZB-CTP' }) });
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByText('UZB-CTP')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Stopped: UZB-CTP objects to section 5.4.');
  });

  it('tells a screen reader of the question and of its end, not of every second', async () => {
    await show('expert');
    const said = new Set<string | null>();
    for (let second = 0; second <= 11; second++) {
      said.add(screen.getByRole('status').textContent);
      pass(1);
    }
    expect([...said]).toEqual(['Any objection to section 5.4? Ten seconds.', 'Ten seconds have passed without an objection to section 5.4.']);
  });
});
