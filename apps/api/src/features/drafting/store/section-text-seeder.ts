import { randomBytes, randomInt } from 'node:crypto';
import { newParagraphId, seedUpdate, type SeedBlock } from '@expert-forum/collab';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { SectionLogs } from './section-logs.js';
import { LARGEST_LEASE } from './statements.js';

/** Gives a section its text, once, inside the transaction that creates the section (R12). */
@Injectable()
export class SectionTextSeeder {
  constructor(
    private readonly clock: Clock,
    private readonly logs: SectionLogs,
  ) {}

  async seed(manager: EntityManager, sectionId: string, blocks: readonly SeedBlock[]): Promise<void> {
    const lease = randomInt(1, LARGEST_LEASE);
    const body = seedUpdate({ lease, blocks: blocks.length > 0 ? blocks : [''], newId: () => newParagraphId(randomBytes) });
    await manager.query('INSERT INTO lease (section_id, epoch, lease, mandate_id, granted_at) VALUES ($1, 1, $2, NULL, $3)', [
      sectionId,
      lease,
      this.clock.now(),
    ]);
    await this.logs.append(manager, { sectionId, epoch: 1, seq: 1, lease, body });
  }
}
