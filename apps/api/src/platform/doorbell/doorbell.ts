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
  private readonly handlers = new Map<string, (about: string, detail: string) => unknown>();
  private readonly waiting = new Map<string, string>();
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

  /** Rings of a topic about the same thing that wait together are one: the last. */
  ring(topic: string, about = '', detail = ''): void {
    this.waiting.set(`${topic} ${about}`, detail);
    if (!this.isRinging) void this.flush();
  }

  onRing(topic: string, handler: (about: string, detail: string) => unknown): void {
    this.handlers.set(topic, handler);
  }

  private async flush(): Promise<void> {
    this.isRinging = true;
    while (this.waiting.size > 0 && this.client !== null) {
      const [[subject, detail] = ['', '']] = this.waiting;
      this.waiting.delete(subject);
      await this.client.query('SELECT pg_notify($1, $2)', [CHANNEL, `${subject} ${detail}`]).catch(() => undefined);
    }
    this.isRinging = false;
  }

  private async connect(): Promise<void> {
    const { options } = this.dataSource;
    const client = new Client({ connectionString: options.type === 'postgres' ? options.url : undefined });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    client.on('notification', ({ payload = '' }) => void this.answer(payload));
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

  private async answer(payload: string): Promise<void> {
    const [topic = '', about = '', detail = ''] = payload.split(' ');
    try {
      await this.handlers.get(topic)?.(about, detail);
    } catch (error) {
      this.logger.warn(error); // whoever listens polls as well
    }
  }
}
