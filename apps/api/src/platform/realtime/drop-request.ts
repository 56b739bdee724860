import type { Socket as Line } from 'node:net';
import type { ForumSocket } from './forum-io-adapter.js';

type Connection = ForumSocket['conn'];

const lines = new WeakMap<Connection, Line>();

/**
 * Forgets the request that opened a connection, with its headers and its ticket: nobody asks for them again, and they take
 * several KiB as long as it is open. The line itself is kept.
 */
export function dropRequest({ conn, handshake }: ForumSocket): void {
  lines.set(conn, conn.request.socket);
  Reflect.set(conn, 'request', null);
  Object.assign(handshake, { headers: {}, query: {}, auth: {} });
}

/** The line of a connection whose request was dropped. */
export function lineOf(connection: Connection): Line {
  const line = lines.get(connection);
  if (line === undefined) throw new Error('the request of this connection is still kept');
  return line;
}
