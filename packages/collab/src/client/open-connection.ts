import { Connection, type TicketSource } from './connection.js';
import type { Runtime } from './runtime.js';
import type { OpenSocket } from './socket-port.js';

/** What a program may exchange for its own: the simulation's clock and network. */
export interface Surroundings {
  readonly runtime: Runtime;
  readonly openSocket: OpenSocket;
}

const shared = new WeakMap<TicketSource, Map<string, Connection>>();

/** The one connection to `url` under this ticket function: all sections and announcements of a tab share it. */
export function sharedConnection(url: string, ticket: TicketSource, { runtime, openSocket }: Surroundings): Connection {
  const byUrl = shared.get(ticket) ?? new Map<string, Connection>();
  shared.set(ticket, byUrl);
  const found = byUrl.get(url);
  if (found !== undefined) return found;
  const connection = new Connection(url, ticket, openSocket, runtime, () => byUrl.delete(url));
  byUrl.set(url, connection);
  return connection;
}
