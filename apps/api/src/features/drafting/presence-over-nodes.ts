import { LIMITS } from '@expert-forum/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { DraftingService } from './drafting.service.js';
import { MOST_BYTES, readSaid, writeSaid, type Said } from './said-of-presence.js';

/** The format stands in the name: during a rolling restart nodes of two releases are there. */
const TOPIC = 'presence:1';
const GATHER_MS = 80;
const LOOK_MS = 1_000;

const keyOf = (channel: number, connection: string): string => `${channel} ${connection}`;

/**
 * Carries who is in which section to the other nodes and back (ADR 0011). What moved within a moment goes together, as it is by
 * then, and never more than one notification is under way: a slow line gets fewer of them. Each node says all of it again with
 * every beat, so that a lost one is made good; what none has said for three beats is gone, with its node.
 */
@Injectable()
export class PresenceOverNodes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly untold = new Map<string, { channel: number; connection: string }>();
  /** By node, then by section and connection: when it was said last. */
  private readonly heard = new Map<string, Map<string, { channel: number; connection: string; at: number }>>();
  private timers: NodeJS.Timeout[] = [];
  private soon: NodeJS.Timeout | null = null;
  private isTelling = false;

  constructor(
    private readonly drafting: DraftingService,
    private readonly doorbell: Doorbell,
  ) {
    drafting.presence.follow((channel, connection) => this.tellSoon([{ channel, connection }]));
    doorbell.onRing(TOPIC, (about, detail, node) => (node === doorbell.node ? undefined : this.hear(about, detail, node)));
    doorbell.onAnew(() => {
      this.tellSoon(drafting.presence.own());
      return doorbell.say(TOPIC, 'hello', '');
    });
  }

  onApplicationBootstrap(): void {
    const every = (ms: number, work: () => void): NodeJS.Timeout => setInterval(work, ms);
    this.timers = [every(LIMITS.presence.beat, () => this.tellSoon(this.drafting.presence.own())), every(LOOK_MS, () => this.forgetUnheard())];
  }

  /** Whoever is still here is about to be told to go. */
  async onModuleDestroy(): Promise<void> {
    this.timers.forEach(clearInterval);
    if (this.soon !== null) clearTimeout(this.soon);
    await this.doorbell.say(TOPIC, 'bye', '');
  }

  private tellSoon(who: readonly { channel: number; connection: string }[]): void {
    for (const each of who) this.untold.set(keyOf(each.channel, each.connection), each);
    if (this.untold.size > 0) this.soon ??= setTimeout(() => void this.tell(), GATHER_MS);
  }

  private async tell(): Promise<void> {
    this.soon = null;
    if (this.isTelling) return; // what has come meanwhile goes with the next
    this.isTelling = true;
    while (this.untold.size > 0) await this.doorbell.say(TOPIC, 'said', this.take());
    this.isTelling = false;
  }

  /** As much of what is untold as fits into one notification. */
  private take(): string {
    const said: Said[] = [];
    let bytes = 2;
    for (const [key, { channel, connection }] of this.untold) {
      const each: Said = [channel, connection, this.drafting.presence.find(channel, connection)];
      bytes += Buffer.byteLength(JSON.stringify(each)) + 1;
      if (bytes > MOST_BYTES && said.length > 0) break;
      this.untold.delete(key);
      said.push(each);
    }
    return writeSaid(said);
  }

  private hear(about: string, detail: string, node: string): void {
    if (about === 'hello') this.tellSoon(this.drafting.presence.own());
    if (about === 'bye') this.forget(node, Infinity);
    const known = this.heard.get(node) ?? new Map<string, { channel: number; connection: string; at: number }>();
    for (const [channel, connection, person] of readSaid(detail)) {
      if (person === null) known.delete(keyOf(channel, connection));
      else this.heard.set(node, known.set(keyOf(channel, connection), { channel, connection, at: performance.now() }));
      this.drafting.presence.hear(channel, connection, person);
    }
  }

  private forgetUnheard(): void {
    for (const node of this.heard.keys()) this.forget(node, performance.now() - LIMITS.presence.unheard);
  }

  /** What the node said before `at` and not again. */
  private forget(node: string, before: number): void {
    const known = this.heard.get(node);
    for (const [key, { channel, connection, at }] of known ?? []) {
      if (at >= before) continue;
      known?.delete(key);
      this.drafting.presence.hear(channel, connection, null);
    }
    if (known?.size === 0) this.heard.delete(node);
  }
}
