import { describe, expect, it } from '@jest/globals';
import { Connection } from './connection.js';
import { Presence, type PeopleNews, type Person } from './presence.js';
import type { SocketListener } from './socket-port.js';

const person = (connection: string, anchor: number): Person => ({ connection, label: 'KAZ-1', colour: '#123456', cursor: { anchor, head: anchor } });

async function open(): Promise<{ presence: Presence; sent: unknown[]; timers: (() => void)[] }> {
  const sent: unknown[] = [];
  const timers: (() => void)[] = [];
  const runtime = { now: () => 0, random: () => 0, after: (_ms: number, work: () => void) => (timers.push(work), () => undefined) };
  let listener: SocketListener | undefined;
  const connection = new Connection('http://forum', async () => 't', (_url, _handshake, given) => {
    listener = given;
    return { id: 'own', request: async () => ({ kind: 'unknown' }), send: (_event, payload) => sent.push(payload), close: () => undefined };
  }, runtime, () => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  listener?.opened();
  timers.length = 0;
  return { presence: new Presence(connection, runtime, () => 4), sent, timers };
}

const news = (people: readonly Person[], { channel = 4, isWhole = false, gone = [] as string[] } = {}): PeopleNews => ({ channel, isWhole, people, gone });

describe('presence', () => {
  it('[R9] sends the caret alone, at once, and then the last of many places after a pause', async () => {
    const { presence, sent, timers } = await open();
    for (const anchor of [1, 2, 3]) presence.move({ anchor, head: anchor });
    expect(sent).toEqual([{ channel: 4, cursor: { anchor: 1, head: 1 } }]);
    timers.shift()?.();
    expect(sent[1]).toEqual({ channel: 4, cursor: { anchor: 3, head: 3 } });
  });

  it('[R9] shows the others whom the server names, and nobody once the line is cut', async () => {
    const { presence } = await open();
    const changes: number[] = [];
    presence.events.on('changed', (people) => changes.push(people.length));
    presence.receive(news([person('a', 1), person('own', 5), person('b', 2)], { isWhole: true }));
    expect(presence.people.map(({ connection }) => connection)).toEqual(['a', 'b']);
    presence.forget();
    presence.forget();
    expect(changes).toEqual([2, 0]);
  });

  it('[R9] follows who comes, moves and leaves, and begins anew with the whole picture', async () => {
    const { presence } = await open();
    const places = (): unknown[] => presence.people.map(({ connection, cursor }) => [connection, cursor?.anchor]);
    presence.receive(news([person('a', 1), person('b', 2)], { isWhole: true }));
    presence.receive(news([person('a', 7), person('c', 3)], { gone: ['b'] }));
    expect(places()).toEqual([['a', 7], ['c', 3]]);
    presence.receive(news([person('d', 4)], { channel: 5 }));
    expect(places()).toEqual([['a', 7], ['c', 3]]);
    presence.receive(news([person('b', 2)], { isWhole: true }));
    expect(places()).toEqual([['b', 2]]);
  });
});
