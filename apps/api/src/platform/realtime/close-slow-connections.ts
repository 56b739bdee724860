import { CLOSE_CODES } from '@expert-forum/contracts';
import { bufferedBytes } from './buffered-bytes.js';
import { closeConnection } from './close-connection.js';
import { lineOf } from './drop-request.js';
import type { ForumServer, ForumSocket } from './forum-io-adapter.js';
import { Slowness, type LineState } from './slowness.js';

const LOOK_MS = 1_000;

/** Ends connections that do not take what they are sent: they come back and ask for what they missed (R16). */
export function closeSlowConnections(server: ForumServer, now = (): number => performance.now()): NodeJS.Timeout {
  const known = new WeakMap<ForumSocket, Slowness>();
  return setInterval(() => {
    for (const socket of server.sockets.sockets.values()) {
      const slowness = known.get(socket) ?? new Slowness();
      known.set(socket, slowness);
      if (!slowness.isTooSlow(stateOf(socket), now())) continue;
      closeConnection(socket, CLOSE_CODES.tooSlow, 'too-slow');
      lineOf(socket.conn).destroy(); // or it would wait for its peer to take the rest first
    }
  }, LOOK_MS);
}

function stateOf({ conn }: ForumSocket): LineState {
  const line = lineOf(conn);
  return { untaken: bufferedBytes(conn), taken: line.bytesWritten - line.writableLength };
}
