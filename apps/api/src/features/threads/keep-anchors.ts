import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyedRuns } from '../../platform/keyed-runs.js';
import { DraftingService } from '../drafting/drafting.service.js';
import type { TextWatcher } from '../drafting/text-watch.js';
import { AnchorsRepository, isSeen, type Moved, type StoredAnchor } from './anchors.repository.js';
import { FollowedSection } from './followed-section.js';
import { TellReaders } from './tell-readers.js';

/** A look follows the first commit at once, and further ones no sooner than this. */
const BETWEEN_LOOKS_MS = 25;
/** A look that failed is made again after this: the database may be away for a while. */
const AFTER_FAILURE_MS = 500;
const SETS_ANCHOR = ['thread:opened', 'thread:attached'];

/**
 * Where threads stand is the server's judgement (R10): after commits each node looks where the words went in the sections that
 * are open on it, and stores what has changed. Of several nodes one stores it, and the others take that over. What follows
 * from the text by rule is nobody's act: it is not in the ledger.
 */
@Injectable()
export class KeepAnchors implements TextWatcher, OnModuleDestroy {
  private readonly logger = new Logger(KeepAnchors.name);
  /** Those that are open here; null: its threads are still to be read. */
  private readonly sections = new Map<number, FollowedSection | null>();
  private arrived: StoredAnchor[] = [];
  private readonly looks = new KeyedRuns((channel) => this.lookAndRest(Number(channel)));
  private readonly stopping = new AbortController();

  constructor(
    private readonly drafting: DraftingService,
    private readonly anchors: AnchorsRepository,
    private readonly readers: TellReaders,
    private readonly clock: Clock,
    announcer: Announcer,
  ) {
    drafting.watch.add(this);
    announcer.subscribe((announcement) => this.heard(announcement));
  }

  /** Ends when nothing is looked at any more. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    const sections = [...this.sections];
    this.sections.clear();
    await Promise.all(sections.map(([channel]) => this.looks.run(String(channel))));
    for (const [, section] of sections) if (section) await this.storeRest(section);
  }

  opened(channel: number): void {
    if (this.sections.has(channel)) return;
    this.sections.set(channel, null);
    void this.looks.run(String(channel));
  }

  committed(channel: number): void {
    const section = this.sections.get(channel);
    if (section !== undefined && section?.isEmpty !== true) void this.looks.run(String(channel));
  }

  closed(channel: number): void {
    const section = this.sections.get(channel);
    this.sections.delete(channel);
    if (section) void this.storeRest(section);
  }

  /** Resolves when what was committed so far has been looked at. */
  async looked(channel: number): Promise<void> {
    await this.looks.run(String(channel));
  }

  private async heard({ verb, object: { thread } }: Announcement): Promise<void> {
    if (thread === undefined || !SETS_ANCHOR.includes(verb) || this.sections.size === 0) return;
    const stored = await this.anchors.find(thread);
    if (stored === null || !this.sections.has(stored.channel)) return;
    this.arrived.push(stored);
    void this.looks.run(String(stored.channel)); // the text may have moved on while the anchor was being stored
  }

  private async lookAndRest(channel: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      const section = await this.read(channel);
      if (section === null || section.isEmpty) return;
      await this.look(channel, section);
      await this.rest(BETWEEN_LOOKS_MS);
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.logger.error(error);
      await this.rest(AFTER_FAILURE_MS);
      if (!this.sections.has(channel)) return;
      this.sections.set(channel, null);
      void this.looks.run(String(channel)); // perhaps nobody types any more
    }
  }

  /** Ends early when this node stops. */
  private rest(ms: number): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms).unref();
      signal.addEventListener('abort', end);
    });
  }

  private async read(channel: number): Promise<FollowedSection | null> {
    const known = this.sections.get(channel);
    if (known === undefined) return null;
    const section = known ?? new FollowedSection(await this.anchors.inSection(channel));
    if (this.sections.has(channel)) this.sections.set(channel, section);
    this.arrived.filter((stored) => stored.channel === channel).forEach((stored) => section.take(stored));
    this.arrived = this.arrived.filter((stored) => stored.channel !== channel);
    return section;
  }

  private async look(channel: number, section: FollowedSection): Promise<void> {
    if (!this.drafting.engine.told().has(channel)) return;
    const now = this.clock.now().getTime();
    await this.drafting.engine.look(channel, (text) => text.read((doc) => section.look(doc, text.seq, now)));
    await this.store(section, section.moved().filter(isSeen));
  }

  private async store(section: FollowedSection, moved: readonly Moved[]): Promise<void> {
    if (moved.length === 0) return;
    const stored = await this.anchors.move(moved, section.seq);
    for (const each of moved) {
      const { id } = each.before;
      if (!stored.has(id)) await this.takeOver(section, id);
      else section.keep(each);
      if (!isSeen(each)) continue;
      // Whoever was faster rings, but a ring may be lost.
      if (stored.has(id)) await this.readers.moved(id);
      else await this.readers.tell(id);
    }
  }

  /** Somebody else was faster, and may have looked at an older text: the words are looked for again from there. */
  private async takeOver(section: FollowedSection, id: string): Promise<void> {
    const stored = await this.anchors.find(id);
    if (stored === null) return;
    section.take(stored);
    void this.looks.run(String(stored.channel));
  }

  /** How the words read without having moved is stored with what moves them, or in the end. */
  private async storeRest(section: FollowedSection): Promise<void> {
    await this.store(section, section.moved()).catch((error: unknown) => this.logger.error(error));
  }
}
