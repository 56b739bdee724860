import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { answerMessages } from './answer-messages.js';
import type { MessageHandler } from './message-handlers.js';

/** As socket.io hands a message to those who listen to any: with the connection as `this`. */
class Connection extends EventEmitter {
  connected = true;

  constructor(
    readonly name: string,
    private readonly listener: (this: Connection, name: string, ...values: unknown[]) => void,
  ) {
    super();
  }

  receive(message: string, ...values: unknown[]): void {
    this.listener.call(this, message, ...values);
  }

  ask(message: string, ...values: unknown[]): Promise<unknown> {
    return new Promise((resolve) => this.receive(message, ...values, resolve));
  }

  disconnect(): void {
    this.connected = false;
  }
}

const fail = (error: unknown): never => {
  throw error;
};

function listenerTo(handlers: Record<string, MessageHandler<Connection>>, failed: (error: unknown) => void = fail) {
  return answerMessages<Connection>(new Map(Object.entries(handlers)), failed);
}

describe('answers to messages', () => {
  it('[P11] go to whoever asked, by one listener for all', async () => {
    const listener = listenerTo({
      greet: async ({ name }, payload) => `${name}: hello ${String(payload)}`,
      part: async ({ name }) => `${name}: goodbye`,
    });
    const [one, other] = [new Connection('one', listener), new Connection('other', listener)];

    expect(await one.ask('greet', 'there')).toBe('one: hello there');
    expect(await other.ask('greet')).toBe('other: hello undefined');
    expect(await other.ask('part')).toBe('other: goodbye');
    expect(await one.ask('greet', 'a', 'b')).toBe('one: hello a,b');
  });

  it('[P11] are not sent to whoever asked for none, and a handler that fails ends nothing', async () => {
    let tell: (error: unknown) => void = fail;
    const told = new Promise<unknown>((resolve) => (tell = resolve));
    const asked: unknown[] = [];
    const handlers = { ask: async (_: Connection, payload: unknown) => void asked.push(payload), fail: () => Promise.reject(new Error('no')) };
    const socket = new Connection('one', listenerTo(handlers, (error) => tell(error)));
    socket.receive('fail');
    socket.receive('ask', 'anything');

    expect(await told).toEqual(new Error('no'));
    expect(asked).toEqual(['anything']);
    expect(socket.connected).toBe(true);
  });

  it('[P11] that cannot be written end nothing', async () => {
    let tell: (error: unknown) => void = fail;
    const told = new Promise<unknown>((resolve) => (tell = resolve));
    const socket = new Connection('one', listenerTo({ ask: async () => 1n }, (error) => tell(error)));
    socket.receive('ask', (answer: unknown) => JSON.stringify(answer));

    expect(await told).toBeInstanceOf(TypeError);
    expect(socket.connected).toBe(true);
  });

  it('[PR7] are not given to a message that nobody has: its connection is closed with a reason', async () => {
    const socket = new Connection('one', listenerTo({}));
    const closing = once(socket, 'connection:closing');
    socket.receive('constructor', () => fail(new Error('answered')));

    expect(await closing).toMatchObject([{ problem: { code: 'input-invalid' } }]);
    expect(socket.connected).toBe(false);
  });

  it('[PR7] are not given behind the end of a connection', () => {
    const asked: unknown[] = [];
    const socket = new Connection('one', listenerTo({ ask: async (_, payload) => void asked.push(payload) }));
    socket.disconnect();
    socket.receive('ask', 'anything');
    expect(asked).toEqual([]);
  });
});
