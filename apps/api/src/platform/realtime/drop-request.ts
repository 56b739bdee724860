import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Socket as Line } from 'node:net';
import type { ForumSocket } from './forum-io-adapter.js';

type Connection = ForumSocket['conn'];

const NOTHING = Object.freeze({});

const lines = new WeakMap<Connection, Line>();

/**
 * Forgets the request that opened a connection, with its headers and its ticket: nobody asks for them again, and they take
 * several KiB as long as it is open. The line itself is kept.
 */
export function dropRequest(socket: ForumSocket): void {
  const { conn } = socket;
  lines.set(conn, conn.request.socket);
  Reflect.set(conn, 'request', null);
  Reflect.set(socket, 'handshake', NOTHING);
}

/**
 * The last middleware of engine.io: what stands for the response to a websocket's request hangs on the line as long as it is
 * open, and would keep the request; only middleware asks it for its request.
 */
export function releaseRequest(_request: IncomingMessage, response: unknown, next: () => void): void {
  if (!(response instanceof ServerResponse)) Reflect.set(Object(response), 'req', null);
  next();
}

/** The line of a connection whose request was dropped. */
export function lineOf(connection: Connection): Line {
  const line = lines.get(connection);
  if (line === undefined) throw new Error('the request of this connection is still kept');
  return line;
}
