import { isQuietPoint, LIMITS } from '@expert-forum/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { takeLocks } from '../../platform/database/locks.js';
import { Poll } from '../../platform/poll.js';
import { SectionLogs, type Work } from '../drafting/store/section-logs.js';
import { Revisions } from '../revisions/revisions.js';

const POLL_MS = 30_000;

/** Keeps a revision where much was written and then nothing for a while (HI3). Each node looks; the database takes it once. */
@Injectable()
export class QuietPoints implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly poll = new Poll(POLL_MS, () => this.look());

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logs: SectionLogs,
    private readonly revisions: Revisions,
  ) {}

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.poll.stop();
  }

  async look(): Promise<void> {
    for (const { id, channel } of await this.candidates(this.dataSource.manager)) await this.keep(id, channel);
  }

  private async candidates(manager: EntityManager, sectionId: string | null = null): Promise<Work[]> {
    const now = this.clock.now();
    const { pause, updates } = LIMITS.history;
    const found = await this.logs.work(manager, { until: new Date(now.getTime() - pause), updates, sectionId });
    return found.filter((work) => isQuietPoint(work, now));
  }

  /** Looks once more under the lock: somebody may have typed meanwhile, or another node have been faster. */
  private async keep(sectionId: string, channel: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await takeLocks(manager, [{ of: 'section', key: channel, mode: 'exclusive' }]);
      const [still] = await this.candidates(manager, sectionId);
      if (still !== undefined) await this.revisions.keepIfNew(manager, sectionId, { kind: 'quiet', name: '' });
    });
  }
}
