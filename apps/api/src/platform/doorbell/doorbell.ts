import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { RingCount } from './ring-count.js';

const CHANNEL = 'forum_doorbell';
const RETRY_MS = 500;
const BEAT_MS = 1_000;
/** Own beats come back like everybody's: a line on which none has come for so long is deaf, whatever it says of itself. */
const DEAF_MS = 3 * BEAT_MS;
const ANSWER_MS = 5_000;
/** PostgreSQL carries less than 8,000. */
const MOST_BYTES = 7_900;
/** More nodes than ever are. */
const NODES_KEPT = 100;

type Answer = (about: string, detail: string, node: string) => unknown;
/** What it is about, topic and thing, and the detail. */
type Ring = readonly [subject: string, detail: string];

/**
 * Tells other nodes that something was committed, on a connection of its own: NOTIFY inside a writing transaction would
 * serialise all commits. A ring may be lost; then whoever listens polls, or is told that something was missed.
 */
@Injectable()
export class Doorbell implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** This node, as long as it lives. */
  readonly node = randomUUID();
  private readonly logger = new Logger(Doorbell.name);
  private readonly handlers = new Map<string, Answer>();
  private readonly anew: (() => unknown)[] = [];
  private readonly waiting = new Map<string, string>();
  private readonly count = new RingCount();
  private client: Client | null = null;
  private rung = 0;
  private heardItselfAt = 0;
  private heardOthersAt = Number.NEGATIVE_INFINITY;
  private line: Promise<boolean> = Promise.resolve(true);
  private isRinging = false;
  private ringing: Promise<void> = Promise.resolve();
  private isStopped = false;
  private beats: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): Promise<void> {
    this.beats = setInterval(() => this.beat(), BEAT_MS);
    return this.connect();
  }

  /** After whoever has something to say when a node stops. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.beats);
    await this.ringing;
    await this.line;
    await this.client?.end().catch(() => undefined);
  }

  /** No other node has been heard for as long as one says nothing that lives. One that has just come is heard with its first beat. */
  get isAlone(): boolean {
    return performance.now() - this.heardOthersAt > DEAF_MS;
  }

  /** Rings of a topic about the same thing that wait together are one: the last. Without a line they wait for the next. */
  ring(topic: string, about = '', detail = ''): void {
    this.waiting.set(`${topic} ${about}`, detail);
    this.flush();
  }

  /** What is worth nothing a moment later: said now or not at all. At most 7,500 bytes. @returns whether it was said */
  say(topic: string, about: string, detail: string): Promise<boolean> {
    return this.notify([[`${topic} ${about}`, detail]]);
  }

  /** @throws Error if somebody else has the topic: a second one would silently take it from the first */
  onRing(topic: string, handler: Answer): void {
    if (this.handlers.has(topic)) throw new Error(`two answer the doorbell for ${topic}`);
    this.handlers.set(topic, handler);
  }

  /** The line is there, for the first time or again, or a ring was lost: what is told by rings alone has to be looked up. */
  onAnew(handler: () => unknown): void {
    this.anew.push(handler);
  }

  private flush(): void {
    if (!this.isRinging) this.ringing = this.ringAll();
  }

  private async ringAll(): Promise<void> {
    this.isRinging = true;
    while (this.waiting.size > 0 && this.client !== null) {
      const rings = [...this.waiting];
      this.waiting.clear();
      const isSaid = await this.notify(rings);
      if (isSaid || this.client !== null) continue;
      for (const [subject, detail] of rings) if (!this.waiting.has(subject)) this.waiting.set(subject, detail);
    }
    this.isRinging = false; // in the moment in which nothing waits: a ring a moment later begins anew
  }

  /** One after the other: whoever calls first is heard first. */
  private notify(rings: readonly Ring[]): Promise<boolean> {
    this.line = this.line.then(() => this.send(rings.map((ring) => this.payloadOf(ring, (this.rung += 1)))));
    return this.line;
  }

  private payloadOf([subject, detail]: Ring, n: number): string {
    return `${this.node} ${n} ${subject} ${detail}`;
  }

  /** @returns whether all of it was said */
  private async send(payloads: readonly string[]): Promise<boolean> {
    const { client } = this;
    if (client === null) return false;
    const fitting = payloads.filter((payload) => Buffer.byteLength(payload) <= MOST_BYTES);
    for (const payload of payloads) if (!fitting.includes(payload)) this.logger.error(`Too much to ring about: ${payload.slice(0, 100)}`);
    try {
      await client.query('SELECT pg_notify($1, ring) FROM unnest($2::text[]) AS ring', [CHANNEL, fitting]);
      return fitting.length === payloads.length;
    } catch {
      this.hangUp(client);
      return false;
    }
  }

  private async connect(): Promise<void> {
    const { options } = this.dataSource;
    const client = new Client({
      connectionString: options.type === 'postgres' ? options.url : undefined,
      application_name: 'expert-forum doorbell',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    client.on('error', () => undefined);
    client.once('end', () => this.hangUp(client));
    client.on('notification', ({ payload = '' }) => void this.receive(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      this.logger.warn(error);
      return this.connectSoon(client);
    }
    if (this.isStopped) return client.end();
    this.client = client;
    this.heardItselfAt = performance.now();
    this.count.clear();
    this.beat();
    this.flush();
    void this.lookUp();
  }

  /** Once a client: it may end by itself, be deaf, or not answer. */
  private hangUp(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.connectSoon(client);
  }

  private connectSoon(former: Client): void {
    void former.end().catch(() => undefined);
    if (!this.isStopped) setTimeout(() => void this.connect(), RETRY_MS).unref();
  }

  private beat(): void {
    const { client } = this;
    if (client === null) return;
    this.count.keepLatest(NODES_KEPT);
    if (performance.now() - this.heardItselfAt > DEAF_MS) {
      this.logger.warn('The line on which nodes hear of each other is deaf; it is opened anew');
      return this.hangUp(client);
    }
    this.line = this.line.then(() => this.send([this.payloadOf(['beat ', ''], this.rung)]));
  }

  private async receive(payload: string): Promise<void> {
    const [, node = '', n = '', topic = '', about = '', detail = ''] = /^(\S+) (\d+) (\S+) (\S*) (.*)$/s.exec(payload) ?? [];
    if (node === this.node) this.heardItselfAt = performance.now();
    else this.heardOthersAt = performance.now();
    if (this.count.hear(node, Number(n), topic === 'beat')) void this.lookUp();
    await this.tell(() => this.handlers.get(topic)?.(about, detail, node));
  }

  private async lookUp(): Promise<void> {
    for (const handler of this.anew) await this.tell(handler);
  }

  private async tell(handler: () => unknown): Promise<void> {
    try {
      await handler();
    } catch (error) {
      this.logger.warn(error); // whoever listens polls as well
    }
  }
}
