import type { SectionView } from '@expert-forum/contracts';
import { statusOf, transition, type Phase } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { DecidedPhases } from '../../../src/features/documents/decided-phases.js';
import { ReadOutline } from '../../../src/features/documents/read-outline.js';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import type { Lock } from '../../../src/platform/database/locks.js';
import { valueOf } from '../../../src/platform/errors/problem-error.js';
import { managerOf } from '../database/memory-commands.js';
import type { SimulatedDatabase } from '../database/simulated-database.js';
import type { Ask } from '../discussion/memory-threads.js';
import { NOWHERE } from '../simulated-platform.js';

/** What decisions make of the section, in the memory that the nodes of a run share. */
export class MemoryPhases extends DecidedPhases {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
  ) {
    super(new ReadOutline(NOWHERE, new SystemClock()), new SystemClock());
  }

  override section(_manager: EntityManager, _forumId: string, id: string): Promise<SectionView> {
    return this.ask('read phase', () => {
      const { phase, phaseChangedAt } = this.database.sectionWith(id);
      const place = { id, documentId: 'document', parentId: 'chapter', number: '1.1', title: { en: 'Section' } };
      const status = statusOf({ phase, isAdReferendum: false, openBrackets: 0 });
      return { ...place, phase, phaseChangedAt: phaseChangedAt.toISOString(), status, isAdReferendum: false, drafters: [], rapporteur: null };
    });
  }

  override lockOf(_manager: EntityManager, _forumId: string, sectionId: string): Promise<Lock> {
    return this.ask('read channel', () => ({ of: 'section', key: this.database.sectionWith(sectionId).channel, mode: 'exclusive' }));
  }

  override areAgreed(manager: EntityManager, sectionIds: readonly string[]): Promise<boolean> {
    return this.ask('read phases', () => sectionIds.every((id) => (managerOf(manager).phase ?? this.database.sectionWith(id).phase) === 'agreed'));
  }

  override decide(manager: EntityManager, { id, phase }: SectionView, to: Phase): Promise<void> {
    valueOf(transition({ phase, openBrackets: 0, blockingPositions: 0 }, to, 'decision'));
    return this.ask('change phase', () => {
      managerOf(manager).phase = to;
      managerOf(manager).change(() => this.database.setPhase(this.database.sectionWith(id), to));
    });
  }
}
