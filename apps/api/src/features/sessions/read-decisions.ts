import type { SectionDecisionView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadOutline } from '../documents/read-outline.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { DecisionEntity } from './decision.entity.js';
import { toDecisionView } from './decision.presenter.js';

/** What was decided about one section, in whatever sessions. */
@Injectable()
export class ReadDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outlines: ReadOutline,
  ) {}

  /** Newest first. @throws ProblemException `not-found` */
  async ofSection(forumId: string, sectionId: string): Promise<SectionDecisionView[]> {
    await this.outlines.section(forumId, sectionId);
    const decisions = await this.dataSource.getRepository(DecisionEntity).find({ where: { sectionId }, order: { place: 'DESC' }, take: LIMITS.http.pageRows });
    const views: SectionDecisionView[] = [];
    for (const decision of decisions) views.push({ ...toDecisionView(decision), sessionId: decision.sessionId, item: await this.placeOf(decision) });
    return views;
  }

  /** Of its item in the agenda, from 1. */
  private async placeOf({ sessionId, itemId }: DecisionEntity): Promise<number> {
    const items = await this.dataSource.getRepository(AgendaItemEntity).find({ where: { sessionId }, order: { position: 'ASC' }, select: { id: true } });
    return items.findIndex(({ id }) => id === itemId) + 1;
  }
}
