import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { oneFrameParser } from '../socket/one-frame-parser.js';
import { localProblem } from './forum-problem.js';
import { openSocketIo } from './socket-io-port.js';
import type { SocketListener, SocketPort } from './socket-port.js';
import { SOCKET_TABLES } from '../socket/socket-tables.js';

const handshake = { ticket: 't', protocol: 1, schema: 1 };

/** Notes what a listener is told, and lets the test wait for it. */
class Notes implements SocketListener {
  readonly seen: unknown[] = [];
  private waiting: (() => void)[] = [];
  opened = (): void => this.note('opened');
  refused = ({ code }: { code: string }): void => this.note(`refused ${code}`);
  closed = (): void => this.note('closed');
  event = (name: string, payload: unknown): void => this.note([name, payload]);

  async next(count: number): Promise<unknown[]> {
    while (this.seen.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.seen;
  }

  private note(what: unknown): void {
    this.seen.push(what);
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

describe('the socket of one attempt', () => {
  let server: Server;
  let url = '';
  let port: SocketPort | undefined;

  beforeEach(async () => {
    const http = createServer();
    server = new Server(http, { parser: oneFrameParser(SOCKET_TABLES), transports: ['websocket'] });
    await once(http.listen(0, '127.0.0.1'), 'listening');
    const address = http.address();
    url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  });

  afterEach(async () => {
    port?.close();
    await server.close();
  });

  it('[P11] tells a refusal by the server from a server that is not there', async () => {
    server.use((_socket, next) => next(Object.assign(new Error('refused'), { data: localProblem('client-too-old') })));
    const [refused, absent] = [new Notes(), new Notes()];
    port = openSocketIo(url, handshake, refused);
    expect(await refused.next(1)).toEqual(['refused client-too-old']);
    openSocketIo('http://127.0.0.1:1', handshake, absent);
    expect(await absent.next(1)).toEqual(['closed']);
  });

  it('[R5] carries frames, answers and announcements, and reports the end once', async () => {
    server.on('connection', (socket) => {
      socket.on('update:push', (bytes: Uint8Array, answer: (value: unknown) => void) => answer({ ok: true, value: bytes.byteLength }));
      socket.on('section:join', (_command: unknown, answer: (value: unknown) => void) => answer({ ok: false, problem: localProblem('not-found') }));
      socket.emit('update:applied', Uint8Array.of(1, 2));
    });
    const notes = new Notes();
    port = openSocketIo(url, handshake, notes);
    const [, event] = await notes.next(2);
    expect(event).toEqual(['update:applied', Buffer.from([1, 2])]);
    expect(await port.request('update:push', new Uint8Array(9))).toEqual({ kind: 'done', value: 9 });
    expect(await port.request('section:join', {})).toMatchObject({ kind: 'refused', problem: { code: 'not-found' } });
    server.disconnectSockets(true);
    expect((await notes.next(3)).slice(2)).toEqual(['closed']);
  });
});
