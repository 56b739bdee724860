import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { ProblemError, Unreachable } from '../../../shared/api/problem-error.js';
import { after, session } from '../session.fixture.js';
import { RoomServer } from './room-server.fixture.js';
import { Room } from './room.js';

let server: RoomServer;
let room: Room;
let leave: () => void;
let here = Date.parse(after(0));

beforeEach(() => {
  here = Date.parse(after(0));
  server = new RoomServer();
  room = new Room('session-1', () => server.connect(), () => here);
});
afterEach(() => leave());

async function enter(): Promise<void> {
  leave = room.enter();
  await waitFor(() => expect(room.state.line).toBe('joined'));
}

describe('the room on one screen', () => {
  it('[SE5] shows the whole session when it is entered, and whenever it changes', async () => {
    await enter();
    expect(room.state.session).toEqual(session());
    server.tell(session({ state: 'suspended', serverNow: after(1) }));
    expect(room.state.session?.state).toBe('suspended');
    server.tell(session({ id: 'another', serverNow: after(2) }));
    expect(room.state.session?.id).toBe('session-1');
  });

  it('[SE5] is joined anew after the line was cut; what was shown stays in sight', async () => {
    await enter();
    server.view = session({ state: 'suspended', serverNow: after(60) });
    server.cut();
    expect(room.state).toMatchObject({ line: 'cut', session: { state: 'open' } });
    await waitFor(() => expect(room.state).toMatchObject({ line: 'joined', session: { state: 'suspended' } }), { timeout: 5_000 });
  });

  it('[SE5] does not go back to an answer that is older than what was told since', async () => {
    server.holdsJoins = true;
    leave = room.enter();
    await waitFor(() => expect(server.asked).toHaveLength(1));
    server.tell(session({ state: 'suspended', serverNow: after(1) }));
    server.letGo();
    await waitFor(() => expect(room.state.line).toBe('joined'));
    expect(room.state.session?.state).toBe('suspended');
  });

  it('[SE6] takes the least delay it has seen for the difference of the clocks: no countdown ends too early', async () => {
    here = Date.parse(after(100));
    await enter();
    expect(room.state.ahead).toBe(-100_000);
    here += 1_200;
    server.tell(session({ serverNow: after(1) }));
    expect(room.state.ahead).toBe(-100_000);
    server.tell(session({ serverNow: after(1.3) }));
    expect(room.state.ahead).toBe(-99_900);
  });

  it('[SE13] knows its own request for the floor', async () => {
    await enter();
    await room.command('floor:ask', { sessionId: 'session-1' });
    expect(room.state.requestId).toBe('request-1');
    await room.command('floor:withdraw', { sessionId: 'session-1' });
    expect(room.state.requestId).toBeNull();
  });

  it('says why something is refused, with the difference where the text moved, and that no answer came', async () => {
    await enter();
    const difference = [{ paragraphId: 'p-1', before: 'one', after: 'two' }];
    const about = { callId: 'call-1', seq: 7, hash: 'a' };
    server.answers['decision:record'] = { kind: 'refused', problem: { type: '', title: '', status: 409, code: 'text-moved', difference } };
    const refusal = await room.command('decision:record', about).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({ problem: { code: 'text-moved', difference } });
    server.answers['decision:record'] = { kind: 'unknown' };
    await expect(room.command('decision:record', about)).rejects.toBeInstanceOf(Unreachable);
  });

  it('cannot be entered where there is no such session, and can be tried again', async () => {
    server.answers['session:join'] = { kind: 'refused', problem: { type: '', title: '', status: 404, code: 'not-found' } };
    leave = room.enter();
    await waitFor(() => expect(room.state).toMatchObject({ line: 'refused', problem: { problem: { code: 'not-found' } } }));
    delete server.answers['session:join'];
    await room.join();
    expect(room.state).toMatchObject({ line: 'joined', problem: null });
  });

  it('[SE12] is left when the screen goes', async () => {
    await enter();
    leave();
    expect(server.asked.at(-1)).toEqual({ name: 'session:leave', payload: { sessionId: 'session-1' } });
    server.tell(session({ state: 'closed', serverNow: after(9) }));
    expect(room.state.session?.state).toBe('open');
  });
});
