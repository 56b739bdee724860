import type { SectionView } from '@expert-forum/contracts';
import type { PhaseFacts } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import type { AgendaItemEntity } from './agenda-item.entity.js';

/** Section ids of a session's agenda items, in their order, by item. */
export async function sectionsOfItems(manager: EntityManager, sessionId: string): Promise<Map<string, string[]>> {
  const rows: { itemId: string; sectionIds: string[] }[] = await manager.query(
    `SELECT item_id AS "itemId", array_agg(section_id ORDER BY link.position) AS "sectionIds"
       FROM agenda_item_section link JOIN agenda_item ON agenda_item.id = item_id
      WHERE session_id = $1 GROUP BY item_id`,
    [sessionId],
  );
  return new Map(rows.map(({ itemId, sectionIds }) => [itemId, sectionIds]));
}

/** Is the section among those that this item is about? */
export async function hasSection(manager: EntityManager, { id, sessionId }: Pick<AgendaItemEntity, 'id' | 'sessionId'>, sectionId: string): Promise<boolean> {
  return (await sectionsOfItems(manager, sessionId)).get(id)?.includes(sectionId) ?? false;
}

/** Brackets and positions are words in the text as yet: none of them is counted. */
export const sectionFacts = ({ phase }: Pick<SectionView, 'phase'>): PhaseFacts => ({ phase, openBrackets: 0, blockingPositions: 0 });
