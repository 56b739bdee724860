import { describe, expect, it } from '@jest/globals';
import { Connection } from './connection.js';
import { Presence, type Person } from './presence.js';
import { PresenceAwareness } from './presence-awareness.js';
import type { SocketListener } from './socket-port.js';

const person = (connection: string, anchor: number): Person => ({ connection, label: 'KAZ-1', colour: '#123456', cursor: { anchor, head: anchor } });
const caret = { anchor: 1, head: 2 };

async function open(): Promise<{ presence: Presence; sent: unknown[]; timers: (() => void)[] }> {
  const sent: unknown[] = [];
  const timers: (() => void)[] = [];
  const runtime = { now: () => 0, random: () => 0, after: (_ms: number, work: () => void) => (timers.push(work), () => undefined) };
  let listener: SocketListener | undefined;
  const connection = new Connection('http://forum', async () => 't', (_url, _handshake, given) => {
    listener = given;
    return { request: async () => ({ kind: 'unknown' }), send: (_event, payload) => sent.push(payload), close: () => undefined };
  }, runtime, () => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  listener?.opened();
  timers.length = 0;
  return { presence: new Presence(connection, runtime, () => 4), sent, timers };
}

describe('presence', () => {
  it('[R9] sends the caret alone, at once, and then the last of many places after a pause', async () => {
    const { presence, sent, timers } = await open();
    for (const anchor of [1, 2, 3]) presence.move({ anchor, head: anchor });
    expect(sent).toEqual([{ channel: 4, cursor: { anchor: 1, head: 1 } }]);
    timers.shift()?.();
    expect(sent[1]).toEqual({ channel: 4, cursor: { anchor: 3, head: 3 } });
  });

  it('[R9] gives an editor the carets with the names of the server, and takes only the place from it', async () => {
    const { presence, sent } = await open();
    const awareness = new PresenceAwareness(presence);
    const changes: unknown[] = [];
    awareness.on('change', (change) => changes.push(change));
    awareness.setLocalStateField('user', { name: 'forged' });
    awareness.setLocalStateField('cursor', caret);
    expect(sent).toEqual([{ channel: 4, cursor: caret }]);
    presence.show([person('a', 1), person('b', 2)]);
    presence.show([person('b', 3)]);
    expect([...awareness.getStates().values()]).toEqual([{ user: { name: 'KAZ-1', color: '#123456' }, cursor: { anchor: 3, head: 3 } }]);
    expect(changes).toEqual([{ added: [1, 2], updated: [], removed: [] }, { added: [], updated: [2], removed: [1] }]);
  });
});
