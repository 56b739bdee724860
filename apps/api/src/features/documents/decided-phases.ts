import type { SectionView } from '@expert-forum/contracts';
import { transition, type Phase } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { Lock } from '../../platform/database/locks.js';
import { found, ProblemException, valueOf } from '../../platform/errors/problem-error.js';
import { ReadOutline } from './read-outline.js';
import { SectionEntity } from './section.entity.js';

/** Phases that only a recorded decision leads to or away from; changed inside the transaction that records it. */
@Injectable()
export class DecidedPhases {
  constructor(
    private readonly outlines: ReadOutline,
    private readonly clock: Clock,
  ) {}

  /** A section that owns text, as it stands now. @throws ProblemException `not-found` */
  async section(manager: EntityManager, forumId: string, sectionId: string): Promise<SectionView> {
    const section = await this.outlines.section(forumId, sectionId, manager);
    if (section.parentId === null) throw new ProblemException('not-found');
    return section;
  }

  /** @throws ProblemException `not-found` unless each of them is a section of the forum that owns text */
  async demandSections(manager: EntityManager, forumId: string, sectionIds: readonly string[]): Promise<void> {
    const rows: unknown[] = await manager.query(
      `SELECT FROM section JOIN document ON document.id = document_id
        WHERE forum_id = $1 AND section.id = ANY($2) AND parent_id IS NOT NULL AND removed_at IS NULL`,
      [forumId, sectionIds],
    );
    if (rows.length !== sectionIds.length) throw new ProblemException('not-found');
  }

  /** Is there anything, and has all of it been agreed? */
  async areAgreed(manager: EntityManager, sectionIds: readonly string[]): Promise<boolean> {
    const phases = await manager.getRepository(SectionEntity).find({ where: { id: In([...sectionIds]), removedAt: IsNull() }, select: { phase: true } });
    return phases.length > 0 && phases.every(({ phase }) => phase === 'agreed' || phase === 'published');
  }

  /** What the transaction that decides has to take. */
  async lockOf(manager: EntityManager, forumId: string, sectionId: string): Promise<Lock> {
    const rows: { channel: number }[] = await manager.query(
      'SELECT channel FROM section JOIN document ON document.id = document_id WHERE section.id = $1 AND forum_id = $2',
      [sectionId, forumId],
    );
    return { of: 'section', key: found(rows[0]).channel, mode: 'exclusive' };
  }

  /** The transaction has the section to itself (R14). */
  async decide(manager: EntityManager, { id, phase }: SectionView, to: Phase, { isAdReferendum = false } = {}): Promise<void> {
    valueOf(transition({ phase, openBrackets: 0, blockingPositions: 0 }, to, 'decision'));
    await manager.getRepository(SectionEntity).update({ id }, { phase: to, isAdReferendum, phaseChangedAt: this.clock.now() });
  }
}
