import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { LIMITS } from '@expert-forum/domain';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { bufferedBytes } from './buffered-bytes.js';
import { closeSlowConnections } from './close-slow-connections.js';
import { dropRequest } from './drop-request.js';
import type { ForumServer, ForumSocket } from './forum-io-adapter.js';

const CHUNK = new Uint8Array(1024 * 1024);

describe('[R16] connections that do not take what they are sent', () => {
  let http: HttpServer;
  let server: ForumServer;
  let timer: NodeJS.Timeout;
  let lines: Socket[];
  /** How far the clock is before its time, in ms. */
  let ahead: number;
  /** Called when a connection is looked at. */
  let onLook: () => void;

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    server = new Server(http, { serveClient: false, transports: ['websocket'] });
    server.on('connection', dropRequest);
    ahead = 0;
    onLook = () => undefined;
    timer = closeSlowConnections(server, () => {
      onLook();
      return performance.now() + ahead;
    });
    lines = [];
  });
  afterEach(async () => {
    clearInterval(timer);
    lines.forEach((line) => line.destroy());
    await server.close();
  });

  /** A peer that speaks just enough to be connected. */
  async function connected(): Promise<{ socket: ForumSocket; line: Socket }> {
    const lineOpened = once(http, 'connection');
    const opened = once(server, 'connection');
    const address = http.address();
    const peer = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/socket.io/?EIO=4&transport=websocket`);
    peer.addEventListener('message', ({ data }) => String(data).startsWith('0') && peer.send('40'));
    const [line] = await lineOpened;
    const [socket] = await opened;
    lines.push(line);
    return { socket, line };
  }

  /** Sends more than is allowed to wait, while nothing leaves. */
  function flood({ socket, line }: { socket: ForumSocket; line: Socket }): void {
    line.cork();
    for (let sent = 0; sent < 6; sent++) socket.emit('update:applied', CHUNK);
  }

  it('are measured by what they have not taken', async () => {
    const slow = await connected();
    const { conn } = slow.socket;
    expect(bufferedBytes(conn)).toBe(0);
    flood(slow);
    expect(bufferedBytes(conn)).toBeGreaterThan(LIMITS.untaken.bytes);
    expect(bufferedBytes(conn)).toBeLessThan(7 * CHUNK.byteLength);
  });

  it('are closed when nothing leaves for 10 s, and nobody else', async () => {
    const [slow, quick] = [await connected(), await connected()];
    const ended = once(slow.line, 'close');
    slow.line.cork();
    slow.socket.emit('update:applied', new Uint8Array(10));
    await new Promise<void>((resolve) => (onLook = resolve));
    ahead = LIMITS.untaken.still;
    await ended;
    expect([slow.socket.connected, quick.socket.connected]).toEqual([false, true]);
  });

  it('are closed above 4 MiB, and nobody else', async () => {
    const [slow, quick] = [await connected(), await connected()];
    const ended = once(slow.line, 'close');
    flood(slow);
    await ended;
    expect(slow.socket.connected).toBe(false);
    expect(quick.socket.connected).toBe(true);
  });
});
