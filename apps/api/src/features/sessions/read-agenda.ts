import type { AgendaItemView, ItemSectionView, SectionView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadOutline } from '../documents/read-outline.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { DecisionEntity } from './decision.entity.js';
import { toDecisionView } from './decision.presenter.js';
import { sectionsOfItems } from './sections-of-items.js';

/** The agenda of a session with its sections as they are today and the decisions that were taken under its items. */
@Injectable()
export class ReadAgenda {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outlines: ReadOutline,
  ) {}

  async items(forumId: string, sessionId: string): Promise<AgendaItemView[]> {
    const { manager } = this.dataSource;
    const items = await manager.getRepository(AgendaItemEntity).find({ where: { sessionId }, order: { position: 'ASC' } });
    const decisions = await manager.getRepository(DecisionEntity).find({ where: { sessionId }, order: { place: 'ASC' } });
    const sectionIds = await sectionsOfItems(manager, sessionId);
    const sections = await this.sections(forumId, [...sectionIds.values()].flat());
    return items.map(({ id, title, minutes, state, activatedAt, outcome }) => ({
      id,
      title,
      minutes,
      state,
      activatedAt: activatedAt?.toISOString() ?? null,
      outcome,
      sections: (sectionIds.get(id) ?? []).flatMap((sectionId) => sections.get(sectionId) ?? []),
      decisions: decisions.filter(({ itemId }) => itemId === id).map(toDecisionView),
    }));
  }

  /** What is on the table. */
  active(sessionId: string): Promise<AgendaItemEntity | null> {
    return this.dataSource.getRepository(AgendaItemEntity).findOneBy({ sessionId, state: 'active' });
  }

  /** Those that were removed since are left out. */
  private async sections(forumId: string, ids: readonly string[]): Promise<Map<string, ItemSectionView>> {
    const rows: { documentId: string }[] = await this.dataSource.query('SELECT DISTINCT document_id AS "documentId" FROM section WHERE id = ANY($1)', [ids]);
    const sections = new Map<string, ItemSectionView>();
    for (const { documentId } of rows) {
      const outline = await this.outlines.outline(forumId, documentId);
      for (const section of outline.sections) sections.set(section.id, toItemSection(section));
    }
    return sections;
  }
}

const toItemSection = ({ id, number, title, phase, isAdReferendum }: SectionView): ItemSectionView => ({ id, number, title, phase, isAdReferendum });
