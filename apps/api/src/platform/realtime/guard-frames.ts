import { closeConnection } from './close-connection.js';
import type { ForumServer, ForumSocket } from './forum-io-adapter.js';
import { FrameGuard } from './frame-guard.js';

/** Whoever was too fast may come again after this. */
const RETRY_AFTER_S = 1;

export type EngineConnection = ForumSocket['conn'];

/** Watches a connection from its first frame on, before it has shown a ticket and whatever its frames claim to be. */
export function guardFrames(server: ForumServer, connection: EngineConnection): void {
  const guard = new FrameGuard(Date.now);
  connection.on('packet', ({ data }: { data?: string | Uint8Array }) => {
    const excess = guard.excessOf(data === undefined ? 0 : Buffer.byteLength(data));
    if (excess === null) return;
    for (const socket of server.sockets.sockets.values()) {
      if (socket.conn === connection) closeConnection(socket, excess.code, excess.problem, excess.problem === 'rate-exceeded' ? RETRY_AFTER_S : undefined);
    }
    connection.close();
  });
}
