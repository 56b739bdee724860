import type { TicketSource } from './connection.js';
import { sharedConnection, type Surroundings } from './open-connection.js';
import { realRuntime } from './runtime.js';
import { openSection, type SectionConnection } from './section-connection.js';
import { openSocketIo } from './socket-io-port.js';
import type { Device } from './storage/device-storage.js';
import { MemoryPageLocks } from './storage/page-locks.js';
import { MemorySectionStorage } from './storage/memory-section-storage.js';
import type { Identity } from './storage/section-storage.js';

export interface ForumAddress {
  /** Where the forum is served, such as `https://forum.example`. */
  readonly url: string;
  /** Called for every attempt to connect; what is opened with the same function shares one socket. */
  readonly ticket: TicketSource;
  /** For tests: other timers, another network. */
  readonly surroundings?: Partial<Surroundings>;
}

/** With a device and the member it works for, text survives a reload; without, it lives as long as the object. */
export type Keeping = { readonly device: Pick<Device, 'storage' | 'locks'>; readonly identity: Identity } | { readonly device?: undefined; readonly identity?: Identity };

export type ConnectSection = ForumAddress & { readonly sectionId: string } & Keeping;

const nobody: Identity = { memberId: '', mandateId: '' };

/** Opens a section for reading and, where the member may, typing. It keeps trying until it is destroyed or refused. */
export function connectSection({ sectionId, ...options }: ConnectSection): SectionConnection {
  const surroundings = surroundingsOf(options);
  const { storage, locks } = options.device ?? { storage: new MemorySectionStorage(), locks: new MemoryPageLocks() };
  const { identity = nobody } = options;
  const connection = sharedConnection(options.url, options.ticket, surroundings);
  return openSection({ ...identity, sectionId }, { connection, storage, locks, runtime: surroundings.runtime });
}

export const surroundingsOf = ({ surroundings }: Pick<ForumAddress, 'surroundings'>): Surroundings => ({
  runtime: realRuntime,
  openSocket: openSocketIo,
  ...surroundings,
});
