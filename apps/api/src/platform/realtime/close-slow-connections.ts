import { CLOSE_CODES } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { bufferedBytes } from './buffered-bytes.js';
import { closeConnection } from './close-connection.js';
import type { ForumServer } from './forum-io-adapter.js';

const LOOK_MS = 1_000;

/** Ends connections that do not take what they are sent: they come back and ask for what they missed (R16). */
export function closeSlowConnections(server: ForumServer): NodeJS.Timeout {
  return setInterval(() => {
    for (const socket of server.sockets.sockets.values()) {
      if (bufferedBytes(socket.conn) <= LIMITS.untaken.bytes) continue;
      closeConnection(socket, CLOSE_CODES.tooSlow, 'too-slow');
      socket.conn.request.socket.destroy(); // or it would wait for its peer to take the rest first
    }
  }, LOOK_MS);
}
