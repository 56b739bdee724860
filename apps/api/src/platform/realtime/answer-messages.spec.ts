import { EventEmitter } from 'node:events';
import { AnswerMessages } from './answer-messages.js';

const fail = (error: unknown): never => {
  throw error;
};
const handler = (message: string, callback: (payload: unknown) => Promise<unknown>) => ({ message, callback });

describe('answers to messages', () => {
  it('[P11] go to whoever asked, from the gateway that has the message', async () => {
    const [answers, one, other] = [new AnswerMessages(fail), new EventEmitter(), new EventEmitter()];
    for (const [name, socket] of Object.entries({ one, other })) {
      answers.bind(socket, [handler('greet', async (payload) => `${name}: hello ${String(payload)}`)]);
      answers.bind(socket, [handler('part', async () => `${name}: goodbye`)]);
    }
    const ask = (socket: EventEmitter, ...values: unknown[]) => new Promise((resolve) => socket.emit(String(values[0]), ...values.slice(1), resolve));

    expect(await ask(one, 'greet', 'there')).toBe('one: hello there');
    expect(await ask(other, 'greet')).toBe('other: hello undefined');
    expect(await ask(other, 'part')).toBe('other: goodbye');
    expect(await ask(one, 'greet', 'a', 'b')).toBe('one: hello a,b');
  });

  it('[P11] are not sent to whoever asked for none, and a handler that fails ends nothing', async () => {
    const socket = new EventEmitter();
    let tell: (error: unknown) => void = () => undefined;
    const told = new Promise<unknown>((resolve) => (tell = resolve));
    const answers = new AnswerMessages((error) => tell(error));
    const asked: unknown[] = [];
    answers.bind(socket, [
      handler('ask', async (payload) => void asked.push(payload)),
      handler('fail', () => Promise.reject(new Error('no'))),
    ]);
    socket.emit('fail');
    socket.emit('ask', 'anything');

    expect(await told).toEqual(new Error('no'));
    expect(asked).toEqual(['anything']);
  });

  it('[P11] take one listener a message, however many connections there are', () => {
    const [answers, one, other] = [new AnswerMessages(fail), new EventEmitter(), new EventEmitter()];
    for (const socket of [one, other]) answers.bind(socket, [handler('ask', async () => null)]);
    expect(one.listeners('ask')).toEqual(other.listeners('ask'));
  });
});
