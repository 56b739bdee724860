import { isQuietPoint, LIMITS } from '@expert-forum/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { takeLocks } from '../../platform/database/locks.js';
import { Poll } from '../../platform/poll.js';
import { Revisions } from '../revisions/revisions.js';

const POLL_MS = 30_000;

interface Candidate {
  readonly id: string;
  readonly channel: number;
  readonly lastAt: Date;
  readonly updates: number;
}

/** For each section its newest change, and how many there were since its newest revision: two looks into indexes. */
const WORK = `
  SELECT section.id, section.channel, last.at AS "lastAt", last.seq - coalesce(kept.seq, 0) AS updates
    FROM section
   CROSS JOIN LATERAL (SELECT seq, at FROM section_update WHERE section_id = section.id AND epoch = section.epoch ORDER BY seq DESC LIMIT 1) last
    LEFT JOIN LATERAL (SELECT seq FROM revision WHERE section_id = section.id AND epoch = section.epoch ORDER BY created_at DESC, seq DESC LIMIT 1) kept ON true
   WHERE section.removed_at IS NULL AND last.at <= $1 AND last.seq - coalesce(kept.seq, 0) >= $2
     AND ($3::text IS NULL OR section.id = $3)`;

/** Keeps a revision where much was written and then nothing for a while (HI3). Each node looks; the database takes it once. */
@Injectable()
export class QuietPoints implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly poll = new Poll(POLL_MS, () => this.look());

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
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

  private async candidates(manager: EntityManager, sectionId: string | null = null): Promise<Candidate[]> {
    const { pause, updates } = LIMITS.history;
    const now = this.clock.now();
    const found: Candidate[] = await manager.query(WORK, [new Date(now.getTime() - pause), updates, sectionId]);
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
