import { mayPerform } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { demand, found, ProblemException } from '../../platform/errors/problem-error.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { DocumentEntity } from './document.entity.js';
import { SectionEntity } from './section.entity.js';

/** A chapter or section of the forum that was not removed. */
export async function liveSection(manager: EntityManager, by: Performer, id: string): Promise<SectionEntity> {
  const section = found(await manager.getRepository(SectionEntity).findOneBy({ id }));
  found(await manager.getRepository(DocumentEntity).findOneBy({ id: section.documentId, forumId: by.forumId }));
  if (section.removedAt !== null) throw new ProblemException('section-removed');
  return section;
}

export const chapterOf = (manager: EntityManager, by: Performer, { parentId }: SectionEntity): Promise<SectionEntity | null> =>
  parentId === null ? Promise.resolve(null) : liveSection(manager, by, parentId);

/** Places are given and chapters removed one at a time. @throws ProblemException `not-found` */
export async function lockDocument(manager: EntityManager, { forumId }: Performer, id: string): Promise<void> {
  const rows: unknown[] = await manager.query('SELECT FROM document WHERE id = $1 AND forum_id = $2 FOR NO KEY UPDATE', [id, forumId]);
  found(rows[0]);
}

export const objectOf = ({ id, documentId }: SectionEntity): Record<string, string> => ({ document: documentId, section: id });

/** A rapporteur keeps what is theirs: the section, or the chapter it stands in. */
export function demandOutlineRight(by: Performer, ...nodes: (SectionEntity | null)[]): void {
  if (by.kind === 'installation') return;
  const isOwn = nodes.some((node) => node?.rapporteurMandateId === by.actor.mandateId);
  demand(mayPerform('keep-outline', by.actor.role, { isOwn }));
}
