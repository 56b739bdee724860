import { AnchorsRepository, isSeen, type Moved, type StoredAnchor } from '../../../src/features/threads/anchors.repository.js';
import type { CommitFate } from '../../store/memory-drafting-store.js';
import type { MemoryThread, SimulatedDatabase } from '../database/simulated-database.js';
import { NOWHERE } from '../simulated-platform.js';
import type { Ask } from './memory-threads.js';

/** Where threads stand, in the memory that the nodes of a run share. */
export class MemoryAnchors extends AnchorsRepository {
  private readonly open = new Set<object>();

  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
    private readonly commitFate: () => CommitFate,
  ) {
    super(NOWHERE);
  }

  override inSection(channel: number): Promise<StoredAnchor[]> {
    return this.ask('read anchors', () => this.inChannel(channel).map((thread) => this.stored(thread)));
  }

  override find(threadId: string): Promise<StoredAnchor | null> {
    return this.ask('read anchor', () => {
      const thread = this.database.threads.get(threadId);
      return thread === undefined ? null : this.stored(thread);
    });
  }

  override changes(channels: readonly number[]): Promise<Map<number, number>> {
    const sum = (channel: number): number => this.inChannel(channel).reduce((all, { version }) => all + version, 0);
    return this.ask('read changes of threads', () => new Map(channels.map((channel) => [channel, sum(channel)])));
  }

  override versions(channel: number): Promise<Map<string, number>> {
    return this.ask('read versions of threads', () => new Map(this.inChannel(channel).map(({ id, version }) => [id, version])));
  }

  /** One statement by itself: it waits for the rows that commands hold, and looks at them again when it has them. */
  override async move(moved: readonly Moved[], seq: number): Promise<Set<string>> {
    await this.ask('move anchors', () => undefined);
    const session = {};
    this.open.add(session);
    for (const key of this.inOrder(moved)) await this.database.locks.take(session, [{ of: 'thread', key, mode: 'exclusive' }]);
    const isOurs = this.open.has(session);
    const fate = isOurs ? this.commitFate() : 'failed';
    const done = fate === 'failed' ? new Set<string>() : this.moveNow(moved, seq);
    this.end(session);
    if (fate !== 'done') throw new Error('the connection was lost');
    return this.ask('move anchors, answered', () => done);
  }

  disconnect(): void {
    for (const session of this.open) this.end(session);
  }

  private inChannel(channel: number): MemoryThread[] {
    const { id } = this.database.sectionOf(channel);
    return [...this.database.threads.values()].filter(({ sectionId }) => sectionId === id);
  }

  /** By age: ids are chance that no seed repeats. */
  private inOrder(moved: readonly Moved[]): string[] {
    return [...this.database.threads.keys()].filter((id) => moved.some(({ before }) => before.id === id));
  }

  private end(session: object): void {
    this.open.delete(session);
    this.database.locks.release(session);
  }

  private moveNow(moved: readonly Moved[], seq: number): Set<string> {
    const unmoved = moved.filter(({ before }) => {
      const row = this.database.threads.get(before.id);
      return row !== undefined && row.anchorSeq === before.seq && row.isDetached === before.isDetached;
    });
    for (const each of unmoved) {
      const { anchor, isDetached } = structuredClone(each.after);
      this.database.changeThread(each.before.id, ({ version }) => ({ anchor, isDetached, anchorSeq: seq, version: version + Number(isSeen(each)) }));
    }
    return new Set(unmoved.map(({ before }) => before.id));
  }

  private stored({ id, sectionId, anchor, anchorSeq, isDetached }: MemoryThread): StoredAnchor {
    return { id, channel: this.database.sectionWith(sectionId).channel, anchor: structuredClone(anchor), seq: anchorSeq, isDetached };
  }
}
