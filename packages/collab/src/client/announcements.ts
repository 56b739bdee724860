import type { SessionCommands, ThreadCommands, WhereaboutsCommands } from '@expert-forum/contracts';
import { surroundingsOf, type ForumAddress } from './connect-section.js';
import type { ConnectionState } from './connection.js';
import { Emitter } from './emitter.js';
import { sharedConnection } from './open-connection.js';
import type { Answer } from './socket-port.js';

export interface Announcement {
  /** `noun:verb`, as listed in `docs/specs/protocol.md`. */
  readonly name: string;
  readonly payload: unknown;
}

export interface AnnouncementEvents {
  announcement: Announcement;
  /** After each `open` ask again for what is shown: announcements may have been missed. */
  state: ConnectionState;
}

type Requests = SessionCommands & ThreadCommands & WhereaboutsCommands;

/** What the forum announces to this tab, on the socket its sections share. */
export interface Announcements {
  readonly state: ConnectionState['kind'];
  /** Answers a function that ends the subscription. */
  on<Name extends keyof AnnouncementEvents>(event: Name, listener: (payload: AnnouncementEvents[Name]) => void): () => void;
  /** Sends a command about sessions, threads or who is where; what is not answered in time, or at all, is unknown. */
  request<Name extends keyof Requests>(name: Name, payload: Requests[Name]['payload']): Promise<Answer>;
  /** Tries to connect now: the network is back. */
  retryNow(): void;
  close(): void;
}

export function openConnection(address: ForumAddress): Announcements {
  const connection = sharedConnection(address.url, address.ticket, surroundingsOf(address));
  const events = new Emitter<AnnouncementEvents>();
  const close = connection.use({
    changed: (state) => events.emit('state', state),
    sectionId: null,
    applied: () => undefined,
    shared: () => undefined,
    event: (name, payload) => events.emit('announcement', { name, payload }),
  });
  return {
    get state() {
      return connection.state.kind;
    },
    on: (event, listener) => events.on(event, listener),
    request: (name, payload) => connection.request(name, payload),
    retryNow: () => connection.retryNow(),
    close,
  };
}
