import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { planSession } from '../api/session-acts.js';
import { PlanSheet } from './PlanSheet.js';

const asked = jest.fn<typeof fetch>();
const onDone = jest.fn();

beforeEach(async () => {
  onDone.mockClear();
  asked.mockReset();
  globalThis.fetch = asked;
  await renderInEnglish(<PlanSheet heading="Plan a session" act={planSession} onDone={onDone} onClose={() => undefined} />);
});
afterEach(cleanup);

const answer = (status: number, body: object): void => void asked.mockResolvedValue({ ok: status < 400, status, json: async () => body } as Response);
const save = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Save' }));
const at = (label: string, local: string): boolean => fireEvent.change(screen.getByLabelText(label), { target: { value: local } });
const faultAt = (label: string): string | null => {
  const field = screen.getByLabelText(label);
  return field.getAttribute('aria-invalid') === 'true' ? (field.parentElement?.lastElementChild?.textContent ?? null) : null;
};

describe('planning a session', () => {
  it('[SE3] sends title, place and times with their zone; what was left empty is left out', async () => {
    answer(201, { id: 'session-9' });
    await userEvent.type(screen.getByLabelText('Title in English'), 'Second reading');
    await userEvent.type(screen.getByLabelText('Title in Japanese'), '第二読会');
    at('From', '2026-12-01T14:00');
    at('Until', '2026-12-01T17:30');
    await save();
    expect(JSON.parse(String(asked.mock.calls[0]?.[1]?.body))).toEqual({
      title: { en: 'Second reading', ja: '第二読会' },
      startsAt: new Date(2026, 11, 1, 14).toISOString(),
      endsAt: new Date(2026, 11, 1, 17, 30).toISOString(),
    });
    await waitFor(() => expect(onDone).toHaveBeenCalledWith({ id: 'session-9' }));
  });

  it('asks for what is needed before anything is sent, and says what the clock in Tashkent shows', async () => {
    await save();
    expect(['Title in English', 'From', 'Until', 'Place'].map(faultAt)).toEqual(['This is needed.', 'This is needed.', 'This is needed.', null]);
    expect(asked).not.toHaveBeenCalled();
    at('From', '2026-12-01T14:00');
    const inTashkent = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tashkent' }).format(new Date(2026, 11, 1, 14));
    expect(screen.getByText(/^In Tashkent:/).textContent).toContain(inTashkent);
  });

  it('[SE3] tells at the field that the end lies before the beginning', async () => {
    answer(422, { status: 422, code: 'dates-reversed' });
    await userEvent.type(screen.getByLabelText('Title in English'), 'Second reading');
    at('From', '2026-12-01T14:00');
    at('Until', '2026-12-01T13:00');
    await save();
    await waitFor(() => expect(faultAt('Until')).toBe('The end lies before the beginning.'));
  });
});
