import { once, type EventEmitter } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { oneFrameParser } from '@expert-forum/collab';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { FrameOnceAdapter } from './frame-once-adapter.js';

const parser = oneFrameParser({ namespaces: ['/'], events: ['update:applied'] });

describe('frames on the wire', () => {
  let http: HttpServer;
  let server: Server;
  let address: string;

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const bound = http.address();
    address = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
    server = new Server(http, { parser, adapter: FrameOnceAdapter, serveClient: false });
    server.on('connection', (socket) => socket.join('room'));
  });

  afterEach(() => server.close());

  /** What a websocket that speaks just enough engine.io to join the room is sent until `end`: sizes of binary frames, texts. */
  async function framesUntilEnd(send: () => void): Promise<unknown[]> {
    const socket = new WebSocket(`ws://${address}/socket.io/?EIO=4&transport=websocket`);
    socket.binaryType = 'arraybuffer';
    const frames: unknown[] = [];
    await new Promise<void>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        if (data === '42["end"]') return resolve();
        if (typeof data !== 'string') frames.push(data.byteLength);
        else if (data.startsWith('0')) socket.send('40');
        else if (data.startsWith('40')) send();
        else frames.push(data);
      });
    });
    socket.close();
    return frames;
  }

  it('sends a broadcast of 25 bytes as exactly one binary frame of 28 bytes', async () => {
    const frames = await framesUntilEnd(() => {
      server.to('room').emit('update:applied', new Uint8Array(25));
      server.to('room').emit('end');
    });

    expect(frames).toEqual([28]);
  });

  it('builds that frame once for the room', async () => {
    const built = new Set<unknown>();
    server.engine.on('connection', (connection: EventEmitter) => {
      connection.on('packetCreate', ({ data, options }) => {
        if (data instanceof Uint8Array) built.add(options.wsPreEncodedFrame);
      });
    });
    const members = [client(), client()];
    await Promise.all(members.map((member) => next(member, 'connect')));
    const received = members.map((member) => next(member, 'update:applied'));
    server.to('room').emit('update:applied', new Uint8Array(25));
    await Promise.all(received);

    expect([...built]).toEqual([[expect.objectContaining({ byteLength: 30 })]]);
    members.forEach((member) => member.close());
  });

  it.each([0, 122, 123, 126, 65_532, 65_533, 65_536, 200_000])('delivers %i bytes whole to everybody in the room', async (size) => {
    const members = [client(), client()];
    await Promise.all(members.map((member) => next(member, 'connect')));
    const received = members.map((member) => next(member, 'update:applied'));
    const sent = Uint8Array.from({ length: size }, (_, index) => index * 7);
    server.to('room').emit('update:applied', sent);

    for (const bytes of await Promise.all(received)) expect(Buffer.compare(Buffer.from(bytes), sent)).toBe(0);
    members.forEach((member) => member.close());
  });

  const next = (member: Socket, event: string) => new Promise<Uint8Array>((resolve) => member.once(event, resolve));
  const client = (): Socket => io(`http://${address}`, { parser, transports: ['websocket'], forceNew: true });
});
