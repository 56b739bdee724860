import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

const CHANNEL = 'forum_doorbell';
const RETRY_MS = 500;

/**
 * Tells other nodes that something was committed, on a connection of its own: NOTIFY inside a writing transaction would
 * serialise all commits. A ring may be lost; whoever listens polls as well.
 */
@Injectable()
export class Doorbell implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Doorbell.name);
  private readonly handlers = new Map<string, (detail: string) => unknown>();
  private readonly waiting = new Set<string>();
  private client: Client | null = null;
  private isRinging = false;
  private isStopped = false;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): Promise<void> {
    return this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    await this.client?.end().catch(() => undefined);
  }

  /** `detail` comes with the ring; rings of the same topic and detail that wait together are one. */
  ring(topic: string, detail = ''): void {
    this.waiting.add(`${topic} ${detail}`);
    if (!this.isRinging) void this.flush();
  }

  onRing(topic: string, handler: (detail: string) => unknown): void {
    this.handlers.set(topic, handler);
  }

  private async flush(): Promise<void> {
    this.isRinging = true;
    while (this.waiting.size > 0 && this.client !== null) {
      const [payload = ''] = this.waiting;
      this.waiting.delete(payload);
      await this.client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined);
    }
    this.isRinging = false;
  }

  private async connect(): Promise<void> {
    const { options } = this.dataSource;
    const client = new Client({ connectionString: options.type === 'postgres' ? options.url : undefined });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    client.on('notification', ({ payload = '' }) => this.answer(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(error);
    }
  }

  private reconnect(): void {
    this.client = null;
    if (!this.isStopped) setTimeout(() => void this.connect(), RETRY_MS).unref();
  }

  private answer(payload: string): void {
    const space = payload.indexOf(' ');
    this.handlers.get(payload.slice(0, space))?.(payload.slice(space + 1));
  }
}
