import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { HOLD_MS, HoldButton } from './HoldButton.js';

const onConfirmed = jest.fn();

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  onConfirmed.mockClear();
});

const show = (isBusy = false) => renderInEnglish(<HoldButton name="Record" isBusy={isBusy} onConfirmed={onConfirmed} />);
const button = (): HTMLElement => screen.getByRole('button', { name: 'Record' });
const pass = (ms: number): void => act(() => void jest.advanceTimersByTime(ms));

const WAYS = {
  pointer: { down: () => fireEvent.pointerDown(button()), up: () => [fireEvent.pointerUp(button()), fireEvent.click(button())] },
  'space bar': { down: () => fireEvent.keyDown(button(), { key: ' ' }), up: () => [fireEvent.keyUp(button(), { key: ' ' }), fireEvent.click(button())] },
  'enter key': { down: () => fireEvent.keyDown(button(), { key: 'Enter' }) && fireEvent.click(button()), up: () => [fireEvent.keyUp(button(), { key: 'Enter' })] },
} as const;

describe.each(Object.entries(WAYS))('a button that is held by %s', (_name, { down, up }) => {
  it('confirms once, when it was held long enough', async () => {
    await show();
    down();
    pass(HOLD_MS - 1);
    expect(onConfirmed).not.toHaveBeenCalled();
    pass(1);
    up();
    pass(HOLD_MS);
    expect(onConfirmed).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('asks once more when it was pressed shortly', async () => {
    await show();
    down();
    pass(HOLD_MS / 2);
    up();
    pass(HOLD_MS);
    expect(onConfirmed).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Yes: Record' }));
    expect(onConfirmed).toHaveBeenCalledTimes(1);
  });
});

it('a hand that slips off confirms nothing, and neither does a button that is at work', async () => {
  await show();
  fireEvent.pointerDown(button());
  fireEvent.pointerLeave(button());
  pass(HOLD_MS);
  cleanup();
  await show(true);
  fireEvent.pointerDown(button());
  pass(HOLD_MS);
  fireEvent.click(button());
  expect([onConfirmed.mock.calls.length, screen.queryByRole('group')]).toEqual([0, null]);
});
