import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Doorbell } from '../doorbell/doorbell.js';

/** A committed row of the ledger, with its payload. */
export interface Announcement {
  readonly forumId: string;
  readonly seq: number;
  readonly at: Date;
  readonly verb: string;
  readonly object: Readonly<Record<string, string>>;
  readonly centreId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Listener = (announcement: Announcement) => void | Promise<void>;

const POLL_MS = 500;

/**
 * Tells this node what every node has committed, in the order of the ledger and never before the commit. Other nodes ring a
 * doorbell; should one be lost, the poll finds the rows.
 */
@Injectable()
export class Announcer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Announcer.name);
  private readonly listeners = new Set<Listener>();
  private readonly heads = new Map<string, number>();
  private reading: Promise<void> | null = null;
  private isRungAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly doorbell: Doorbell,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const heads: { forumId: string; seq: number }[] = await this.dataSource.query(
      'SELECT forum_id AS "forumId", max(seq) AS seq FROM ledger GROUP BY forum_id',
    );
    for (const { forumId, seq } of heads) this.heads.set(forumId, seq);
    this.doorbell.onRing('ledger', () => this.read());
    this.timer = setInterval(() => void this.read(), POLL_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** After a commit: rings the other nodes and resolves when this node has told its listeners. */
  async wake(): Promise<void> {
    this.doorbell.ring('ledger');
    await this.read();
  }

  private read(): Promise<void> {
    if (this.reading !== null) {
      this.isRungAgain = true;
      return this.reading;
    }
    this.reading = this.readToHead()
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => (this.reading = null));
    return this.reading;
  }

  private async readToHead(): Promise<void> {
    if (this.listeners.size === 0) return;
    do {
      this.isRungAgain = false;
      for (const announcement of await this.unread()) {
        this.heads.set(announcement.forumId, announcement.seq);
        for (const listener of this.listeners) await this.tell(listener, announcement);
      }
    } while (this.isRungAgain);
  }

  /** One that fails keeps nothing from the others. */
  private async tell(listener: Listener, announcement: Announcement): Promise<void> {
    try {
      await listener(announcement);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private unread(): Promise<Announcement[]> {
    return this.dataSource.query(
      `SELECT forum_id AS "forumId", seq, at, verb, object, centre_id AS "centreId", coalesce(payload, '{}') AS payload
         FROM ledger LEFT JOIN ledger_payload USING (forum_id, seq)
        WHERE seq > coalesce(($1::jsonb ->> forum_id::text)::integer, 0) ORDER BY forum_id, seq LIMIT 500`,
      [JSON.stringify(Object.fromEntries(this.heads))],
    );
  }
}
