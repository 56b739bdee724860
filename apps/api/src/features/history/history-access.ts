import type { SectionView } from '@expert-forum/contracts';
import { mayReadHistory, type SectionTies } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lock } from '../../platform/database/locks.js';
import { demand, ProblemException } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import { ReadOutline } from '../documents/read-outline.js';

/** A section with text, and what the mandate that asks is to it. */
export interface AskedSection extends SectionTies {
  readonly section: SectionView;
  readonly readsHistory: boolean;
}

/** Who asks about the history of a section (HI2). */
@Injectable()
export class HistoryAccess {
  constructor(
    private readonly outlines: ReadOutline,
    private readonly phases: DecidedPhases,
  ) {}

  /** What a command about its text has to take. */
  lockOf(manager: EntityManager, { forumId }: MandatePerformer, sectionId: string): Promise<Lock> {
    return this.phases.lockOf(manager, forumId, sectionId);
  }

  /** @throws ProblemException `not-found` */
  async section({ forumId, actor }: MandatePerformer, sectionId: string, manager?: EntityManager): Promise<AskedSection> {
    const section = await this.outlines.section(forumId, sectionId, manager);
    if (section.parentId === null) throw new ProblemException('not-found');
    const isDrafter = section.drafters.some(({ mandateId }) => mandateId === actor.mandateId);
    const isRapporteur = section.rapporteur?.mandateId === actor.mandateId;
    return { section, isDrafter, isRapporteur, readsHistory: mayReadHistory(actor, { isDrafter, isRapporteur }).ok };
  }

  /** @throws ProblemException `not-found`, `not-allowed` */
  async demandHistory(by: MandatePerformer, sectionId: string): Promise<SectionView> {
    const { section, ...ties } = await this.section(by, sectionId);
    demand(mayReadHistory(by.actor, ties));
    return section;
  }
}
