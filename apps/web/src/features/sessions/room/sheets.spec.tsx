import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { item } from '../session.fixture.js';
import { ConcludeSheet } from './ConcludeSheet.js';
import { CorrectSheet } from './CorrectSheet.js';
import { RoomServer } from './room-server.fixture.js';
import { Room } from './room.js';

let server: RoomServer;
let room: Room;
let leave: () => void;
let isClosed = false;
const onClose = (): void => void (isClosed = true);

beforeEach(async () => {
  isClosed = false;
  server = new RoomServer();
  room = new Room('session-1', () => server.connect());
  leave = room.enter();
  await waitFor(() => expect(room.state.line).toBe('joined'));
});
afterEach(() => {
  cleanup();
  leave();
});

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string): Promise<void> => userEvent.click(screen.getByRole('radio', { name }));

describe('an item leaves the table', () => {
  it('[SE4] decided, deferred or referred, with words for the minutes', async () => {
    await renderInEnglish(<ConcludeSheet room={room} item={item('i-1', { state: 'active' })} number={3} onClose={onClose} />);
    await choose('Referred');
    await userEvent.type(screen.getByLabelText('Outcome'), ' To a small group. ');
    await press('Conclude');
    expect(server.asked.at(-1)).toEqual({ name: 'item:conclude', payload: { itemId: 'i-1', to: 'referred', outcome: 'To a small group.' } });
    await waitFor(() => expect(isClosed).toBe(true));
  });

  it('[SE4] of one that has left it, the words alone can be recorded', async () => {
    await renderInEnglish(<ConcludeSheet room={room} item={item('i-1', { state: 'deferred', outcome: 'Later.' })} number={3} onClose={onClose} />);
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.clear(screen.getByLabelText('Outcome'));
    await userEvent.type(screen.getByLabelText('Outcome'), 'In spring.');
    await press('Save');
    expect(server.asked.at(-1)).toEqual({ name: 'item:conclude', payload: { itemId: 'i-1', to: 'deferred', outcome: 'In spring.' } });
  });
});

describe('a mistaken decision', () => {
  it('[SE11] is corrected by a further one, which needs its reason', async () => {
    await renderInEnglish(<CorrectSheet room={room} sessionId="session-1" number="5.4" decisionId="d-1" onClose={onClose} />);
    const before = server.asked.length;
    await press('Reopen');
    expect([server.asked.length, screen.getByLabelText('Reason').getAttribute('aria-invalid')]).toEqual([before, 'true']);
    await choose('Negotiation');
    await userEvent.type(screen.getByLabelText('Reason'), 'The wrong paragraph was read out.');
    await press('Reopen');
    const payload = { sessionId: 'session-1', decisionId: 'd-1', to: 'negotiation', text: 'The wrong paragraph was read out.' };
    expect(server.asked.at(-1)).toEqual({ name: 'decision:correct', payload });
  });

  it('[SE11] is not the last about its section: then it is said why nothing happened', async () => {
    server.answers['decision:correct'] = { kind: 'refused', problem: { type: '', title: '', status: 409, code: 'decision-unfit' } };
    await renderInEnglish(<CorrectSheet room={room} sessionId="session-1" number="5.4" decisionId="d-1" onClose={onClose} />);
    await userEvent.type(screen.getByLabelText('Reason'), 'A mistake.');
    await press('Reopen');
    expect((await screen.findByRole('alert')).textContent).toBe('Only the last decision that settled the section can be corrected.');
    expect(isClosed).toBe(false);
  });
});
