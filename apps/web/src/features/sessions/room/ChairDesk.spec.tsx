import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SessionView } from '@expert-forum/contracts';
import type { TextState } from '@expert-forum/domain';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { after, call, item, section, session } from '../session.fixture.js';
import { ChairDesk } from './ChairDesk.js';
import { MovedText } from './MovedText.js';
import { RoomServer } from './room-server.fixture.js';
import { Room } from './room.js';

const SEEN: TextState = { seq: 9, hash: 'aaaaaaaa11111111' };
const MOVED: TextState = { seq: 11, hash: 'bbbbbbbb22222222' };
const ASKED = session({ call: call() });

let server: RoomServer;
let room: Room;
let leave: () => void;
const onAsk = jest.fn();

beforeEach(async () => {
  onAsk.mockClear();
  server = new RoomServer();
  room = new Room('session-1', () => server.connect());
  leave = room.enter();
  await waitFor(() => expect(room.state.line).toBe('joined'));
});
afterEach(() => {
  cleanup();
  leave();
});

const show = (shown: SessionView, seen: TextState | null = SEEN, blockedBy?: string) =>
  renderInEnglish(
    <ChairDesk
      room={room}
      session={shown}
      item={item('i-1', { state: 'active' })}
      section={section('s-5.4')}
      ahead={Date.parse(after(60)) - Date.now()}
      seen={seen}
      readText={() => seen}
      blockedBy={blockedBy}
      isBusy={false}
      onAsk={onAsk}
      moved={(difference, askAgain) => (
        <MovedText difference={difference} numberOf={(id) => (id === 'p-1' ? 1 : undefined)} compare={(before, after) => `${before} → ${after}`} isBusy={false} onAskAgain={askAgain} />
      )}
    />,
  );

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const recorded = (): unknown => server.asked.find(({ name }) => name === 'decision:record')?.payload;
const refuse = (): void => {
  const difference = [
    { paragraphId: 'p-1', before: 'Old words.', after: 'New words.' },
    { paragraphId: 'p-2', before: null, after: 'Added.' },
    { paragraphId: 'p-3', before: 'Lost.', after: null },
    { paragraphId: 'p-4', before: 'Same.', after: 'Same.' },
  ];
  server.answers['decision:record'] = { kind: 'refused', problem: { type: '', title: '', status: 409, code: 'text-moved', difference } };
};

describe('the desk of the chair', () => {
  it('[SE6] asks for objections', async () => {
    await show(session());
    await press('Any objection?');
    expect(onAsk).toHaveBeenCalledTimes(1);
  });

  it('says why nothing can be done while the line is cut', async () => {
    await show(session(), SEEN, 'Reconnecting…');
    await press('Any objection?');
    expect(onAsk).not.toHaveBeenCalled();
    expect(screen.getByRole('tooltip').textContent).toBe('Reconnecting…');
  });

  it('[SE8] [SE9] shows which words are recorded before whom, and records those on this screen', async () => {
    await show(ASKED);
    await press('Record as agreed…');
    const sheet = screen.getByRole('dialog', { name: 'Record section 5.4 as agreed' });
    for (const words of ['5.4 Section s-5.4', 'aaaaaaaa', '2 centres present', 'JPN-HDP', 'UZB-CTP']) expect(sheet.textContent).toContain(words);
    await userEvent.click(screen.getByRole('radio', { name: 'Agreed ad referendum' }));
    await userEvent.type(screen.getByLabelText('Words for the minutes'), 'Section 5.4 is agreed.');
    await press('Record as agreed');
    expect(recorded()).toBeUndefined();
    await press('Yes: Record as agreed');
    expect(recorded()).toEqual({ callId: 'call-1', ...SEEN, isAdReferendum: true, text: 'Section 5.4 is agreed.' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('[SE9] shows by paragraph what changed meanwhile, and asks anew', async () => {
    refuse();
    await show(ASKED);
    await press('Record as agreed…');
    await press('Record as agreed');
    await press('Yes: Record as agreed');
    const list = within(await screen.findByRole('dialog')).getAllByRole('listitem');
    expect(list.map(({ textContent }) => textContent)).toEqual([
      'Paragraph 1 · changedOld words. → New words.',
      'new → Added.',
      'removedLost. → ',
      'same words, another formSame. → Same.',
    ]);
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ask again' }));
    expect(onAsk).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[SE9] does not offer to record words that nobody was asked about, but shows what became of them', async () => {
    refuse();
    await show(ASKED, MOVED);
    expect(screen.queryByRole('button', { name: 'Record as agreed…' })).toBeNull();
    await press('Show what changed');
    expect(await screen.findByRole('dialog', { name: 'What changed' })).toBeDefined();
    expect(recorded()).toEqual({ callId: 'call-1', ...MOVED });
  });

  it('[SE9] waits for text that is on its way', async () => {
    await show(ASKED, null);
    expect(screen.getByRole('status').textContent).toBe('The newest text is still on its way to this screen.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('reads why a record was refused where it was asked for, also that no answer came', async () => {
    server.answers['decision:record'] = { kind: 'unknown' };
    await show(ASKED);
    await press('Record as agreed…');
    await press('Record as agreed');
    await press('Yes: Record as agreed');
    expect((await screen.findByRole('alert')).textContent).toBe('No answer came. Look at what the room shows before trying again.');
  });
});
