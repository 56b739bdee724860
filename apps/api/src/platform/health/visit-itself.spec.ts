import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { visitItself } from './visit-itself.js';

describe('[ST11] a process that visits itself', () => {
  let server: Server;
  let guest: Socket;

  afterEach(async () => {
    guest.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** @returns a connection to a process with these doors */
  async function lineTo(answer: RequestListener): Promise<Socket> {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    guest = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
    const [line] = await once(server, 'connection');
    return line;
  }

  it('does not wait for ever at a door that does not answer', async () => {
    const line = await lineTo(() => undefined);
    await expect(visitItself(line, 50)).rejects.toThrow('timeout');
  });

  it('does not wait for ever for its socket, and leaves none behind', async () => {
    const line = await lineTo((_request, response) => response.end());
    const upgraded = once(server, 'upgrade');
    const visit = visitItself(line, 200);
    visit.catch(() => undefined);
    const [, socket]: Socket[] = await upgraded;
    if (socket === undefined) throw new Error('a socket was asked for');
    const left = once(socket.resume(), 'end');
    await expect(visit).rejects.toThrow('aborted');
    await left;
    socket.destroy();
  });
});
