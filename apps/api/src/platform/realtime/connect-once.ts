import type { ForumSocket } from './forum-io-adapter.js';

/**
 * Cuts the line of whoever asks to be connected a second time, be the first answered, refused or left: a connection has one
 * socket in its life.
 */
export function connectOnce(): (socket: ForumSocket, next: (error?: Error) => void) => void {
  const asked = new WeakSet<ForumSocket['conn']>();
  return ({ conn }, next) => {
    if (!asked.has(conn)) {
      asked.add(conn);
      return next();
    }
    conn.close();
    next(new Error('connected once')); // never sent: what was begun for this one is let go
  };
}
