import { ALLOWED, refused, type Verdict } from '@expert-forum/domain';
import { Announcer, type Announcement } from '../../src/platform/announcer/announcer.js';
import { ConnectionStanding, type OpenConnection } from '../../src/platform/auth/connection-standing.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { Doorbell } from '../../src/platform/doorbell/doorbell.js';
import type { MemoryDatabase } from '../store/memory-database.js';

/** Asked nothing: whoever would ask it is replaced here. */
export const NOWHERE = createDataSource('postgres://nowhere.invalid/');

/** A doorbell that the simulation carries to the other nodes, if it does. */
export class SimulatedDoorbell extends Doorbell {
  private readonly listeners = new Map<string, (about: string, detail: string, node: string) => unknown>();

  constructor(
    private readonly carry: (topic: string, about: string, detail: string) => void,
    /** Whether it has not heard the others for a while, asked each time. */
    private readonly seemsAlone: () => boolean,
  ) {
    super(NOWHERE);
  }

  override get isAlone(): boolean {
    return this.seemsAlone();
  }

  override ring(topic: string, about = '', detail = ''): void {
    this.carry(topic, about, detail);
  }

  override onRing(topic: string, listener: (about: string, detail: string, node: string) => unknown): void {
    this.listeners.set(topic, listener);
  }

  hear(topic: string, about: string, detail: string): void {
    void Promise.resolve(this.listeners.get(topic)?.(about, detail, 'any')).catch(() => undefined); // as the real one does
  }
}

export class SimulatedAnnouncer extends Announcer {
  private readonly told: ((announcement: Announcement) => void | Promise<void>)[] = [];

  constructor(doorbell: Doorbell) {
    super(NOWHERE, doorbell);
  }

  override subscribe(listener: (announcement: Announcement) => void | Promise<void>): () => void {
    this.told.push(listener);
    return () => undefined;
  }

  announce(announcement: Announcement): void {
    for (const listener of this.told) void Promise.resolve(listener(announcement)).catch(() => undefined); // as the real one does
  }
}

/** Whether connections stand, asked of the database of the simulation. */
export class SimulatedStanding extends ConnectionStanding {
  constructor(
    private readonly database: MemoryDatabase,
    private readonly travel: (statement: string) => Promise<void>,
  ) {
    super(NOWHERE, new SystemClock());
  }

  override async judge(connections: readonly OpenConnection[]): Promise<Verdict[]> {
    await this.travel('judge connections');
    const verdicts = connections.map(({ loginId, mandateId }) => {
      if (this.database.logins.get(loginId)?.isEnded !== false) return refused('login-required');
      return this.database.mandates.get(mandateId)?.withdrawnAt === null ? ALLOWED : refused('mandate-not-held');
    });
    await this.travel('judge connections, answered');
    return verdicts;
  }
}
