import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Poll } from '../../platform/poll.js';
import { DraftingService } from '../drafting/drafting.service.js';
import type { TextWatcher } from '../drafting/text-watch.js';
import { AnchorsRepository } from './anchors.repository.js';
import { TellReaders } from './tell-readers.js';

/** What no doorbell told is told within two of these. */
const POLL_MS = 500;

type Versions = ReadonlyMap<string, number>;

interface Followed {
  /** What the readers of the section know at least: they ask for its threads after they have joined it. */
  known: Versions;
  readonly isRead: Promise<void>;
  /** As the last poll found them; what was not told since then is told by nobody else. */
  seen: Versions;
  /** Of these versions; null: not read yet. */
  sum: number | null;
  isBehind: boolean;
}

/**
 * Finds what other nodes have found out about threads and no doorbell told: one question for all sections that are open here.
 * What is in the ledger is told by the announcer.
 */
@Injectable()
export class FollowThreads implements TextWatcher, OnApplicationBootstrap, OnModuleDestroy {
  private readonly poll = new Poll(POLL_MS, () => this.look());
  private readonly sections = new Map<number, Followed>();

  constructor(
    private readonly anchors: AnchorsRepository,
    private readonly readers: TellReaders,
    drafting: DraftingService,
  ) {
    drafting.watch.add(this);
  }

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.poll.stop();
  }

  /** Whoever joins is answered after this: what they are then shown is not older than what is known here. */
  opened(channel: number): Promise<void> {
    const followed = this.sections.get(channel) ?? this.begin(channel);
    return followed.isRead;
  }

  committed(): void {
    // what follows from the text is looked for by every node itself
  }

  closed(channel: number): void {
    this.readers.forget(channel);
    this.sections.delete(channel);
  }

  private begin(channel: number): Followed {
    const isRead = this.anchors.versions(channel).then((versions) => void (followed.known = versions));
    const followed: Followed = { known: new Map(), isRead, seen: new Map(), sum: null, isBehind: false };
    this.sections.set(channel, followed);
    return followed;
  }

  private async look(): Promise<void> {
    if (this.sections.size === 0) return;
    for (const [channel, sum] of await this.anchors.changes([...this.sections.keys()])) {
      const followed = this.sections.get(channel);
      if (followed !== undefined && (followed.isBehind || followed.sum !== sum)) await this.tell(channel, followed, sum);
    }
  }

  private async tell(channel: number, followed: Followed, sum: number): Promise<void> {
    const isUntold = ([id, version]: readonly [string, number]): boolean =>
      version > Math.max(followed.known.get(id) ?? 0, this.readers.toldVersion(channel, id));
    for (const [id] of [...followed.seen].filter(isUntold)) await this.readers.tell(id);
    const seen = await this.anchors.versions(channel);
    Object.assign(followed, { seen, sum, isBehind: [...seen].some(isUntold) });
  }
}
