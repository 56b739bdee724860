import type { OneFrameTables } from './one-frame-parser.js';

/** Names that travel as one number. Both ends must agree: append only, and raise PROTOCOL_VERSION when a name is added. */
export const SOCKET_TABLES: OneFrameTables = {
  namespaces: ['/'],
  events: ['update:push', 'update:part', 'update:applied', 'presence:move'],
};
