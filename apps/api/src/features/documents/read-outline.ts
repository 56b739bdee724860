import type { DocumentView, OutlineView, SectionView } from '@expert-forum/contracts';
import { numberOutline, statusOf, type Phase } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/errors/problem-error.js';

type OutlineRow = Omit<SectionView, 'number' | 'status' | 'phaseChangedAt'> & {
  readonly position: number;
  readonly phase: Phase;
  readonly phaseChangedAt: Date;
};

/** A mandate that gives rights at `$2`, of a member who is let in. */
const stands = (mandate: string, member: string): string =>
  `${mandate}.withdrawn_at IS NULL AND ${mandate}.starts_at <= $2 AND (${mandate}.ends_at IS NULL OR ${mandate}.ends_at > $2) AND ${member}.suspended_at IS NULL`;

/** The outline of a document as everybody in its forum sees it; of drafters and rapporteurs those who may act. */
@Injectable()
export class ReadOutline {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  documents(forumId: string): Promise<DocumentView[]> {
    return this.dataSource.query('SELECT id, title FROM document WHERE forum_id = $1 ORDER BY created_at, id', [forumId]);
  }

  async outline(forumId: string, documentId: string, manager: EntityManager = this.dataSource.manager): Promise<OutlineView> {
    const documents: DocumentView[] = await manager.query('SELECT id, title FROM document WHERE id = $1 AND forum_id = $2', [
      documentId,
      forumId,
    ]);
    const document = found(documents[0]);
    return { document, sections: inReadingOrder(await this.rows(manager, documentId)) };
  }

  async section(forumId: string, sectionId: string, manager: EntityManager = this.dataSource.manager): Promise<SectionView> {
    const rows: { documentId: string }[] = await manager.query('SELECT document_id AS "documentId" FROM section WHERE id = $1', [sectionId]);
    const { sections } = await this.outline(forumId, found(rows[0]).documentId, manager);
    return found(sections.find(({ id }) => id === sectionId));
  }

  private rows(manager: EntityManager, documentId: string): Promise<OutlineRow[]> {
    return manager.query(
      `SELECT section.id, section.document_id AS "documentId", section.parent_id AS "parentId", section.position, section.title,
              section.phase, section.phase_changed_at AS "phaseChangedAt", section.is_ad_referendum AS "isAdReferendum",
              coalesce(drafters.list, '[]') AS drafters,
              CASE WHEN ${stands('reporter', 'person')} THEN jsonb_build_object('mandateId', reporter.id, 'memberName', person.name) END AS rapporteur
         FROM section
         LEFT JOIN section chapter ON chapter.id = section.parent_id
         LEFT JOIN mandate reporter ON reporter.id = coalesce(section.rapporteur_mandate_id, chapter.rapporteur_mandate_id)
         LEFT JOIN member person ON person.id = reporter.member_id
         LEFT JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('mandateId', mandate.id, 'memberName', member.name, 'centreCode', centre.code)
                            ORDER BY centre.code, member.name) AS list
             FROM drafter JOIN mandate ON mandate.id = drafter.mandate_id JOIN member ON member.id = mandate.member_id
             JOIN centre ON centre.id = mandate.centre_id
            WHERE drafter.section_id = section.id AND ${stands('mandate', 'member')}) drafters ON true
        WHERE section.document_id = $1 AND section.removed_at IS NULL`,
      [documentId, this.clock.now()],
    );
  }
}

function inReadingOrder(rows: OutlineRow[]): SectionView[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...numberOutline(rows)].flatMap(([id, number]) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [toView(row, number)];
  });
}

function toView({ id, documentId, parentId, title, phase, phaseChangedAt, isAdReferendum, drafters, rapporteur }: OutlineRow, number: string): SectionView {
  const status = statusOf({ phase, isAdReferendum, openBrackets: 0 });
  return { id, documentId, parentId, number, title, phase, phaseChangedAt: phaseChangedAt.toISOString(), status, isAdReferendum, drafters, rapporteur };
}
