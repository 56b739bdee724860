import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { dropRequest, lineOf, releaseRequest } from './drop-request.js';
import type { ForumServer, ForumSocket } from './forum-io-adapter.js';

setFlagsFromString('--expose-gc');
const collectGarbage: (options: object) => Promise<void> = runInNewContext('gc');

describe('[P11] the request that opened a connection', () => {
  let http: HttpServer;
  let server: ForumServer;

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    server = new Server(http, { serveClient: false, transports: ['websocket'] });
    server.engine.use(releaseRequest);
  });
  afterEach(() => server.close());

  it('is forgotten while the connection is open, and its line is not', async () => {
    let request: WeakRef<IncomingMessage> | undefined;
    server.on('connection', (socket) => {
      request = new WeakRef(socket.conn.request);
      dropRequest(socket);
    });
    const opened = once(server, 'connection');
    const address = http.address();
    const peer = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/socket.io/?EIO=4&transport=websocket`);
    peer.addEventListener('message', ({ data }) => String(data).startsWith('0') && peer.send('40'));
    const [socket]: ForumSocket[] = await opened;
    await collectGarbage({ execution: 'async', type: 'major' });

    expect(request).toBeDefined();
    expect(request?.deref()).toBeUndefined();
    expect(socket?.connected && lineOf(socket.conn).writable).toBe(true);
  });
});
