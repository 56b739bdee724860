import { randomUUID } from 'node:crypto';
import type { RevisionSummary, RevisionView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/errors/problem-error.js';
import { CommittedTexts, type CommittedText } from '../drafting/store/committed-texts.js';

const SUMMARY = 'revision.id, revision.section_id AS "sectionId", name, revision.epoch, seq, revision.schema, hash, revision.created_at AS "createdAt"';
const FROM_FORUM = 'FROM revision JOIN section ON section.id = revision.section_id JOIN document owner ON owner.id = section.document_id AND owner.forum_id = $1';

type RevisionRow = Omit<RevisionSummary, 'createdAt'> & { readonly createdAt: Date };

/** Named, hashed states of sections that never change: the database itself refuses it. */
@Injectable()
export class Revisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly texts: CommittedTexts,
  ) {}

  /** The text that a revision would keep. Exact while the transaction holds the section's lock for itself. */
  textAtHead(manager: EntityManager, sectionId: string): Promise<CommittedText> {
    return this.texts.atHead(manager, sectionId);
  }

  /** @returns its id */
  async keep(manager: EntityManager, { sectionId, epoch, seq, schema, document, hash }: CommittedText, name: string): Promise<string> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO revision (id, section_id, epoch, seq, schema, name, document, hash, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, sectionId, epoch, seq, schema, name, JSON.stringify(document), hash, this.clock.now()],
    );
    return id;
  }

  /** Newest first. */
  async ofSection(forumId: string, sectionId: string): Promise<RevisionSummary[]> {
    const rows: RevisionRow[] = await this.dataSource.query(
      `SELECT ${SUMMARY} ${FROM_FORUM} WHERE section.id = $2 ORDER BY revision.created_at DESC, revision.id`,
      [forumId, sectionId],
    );
    return rows.map(toSummary);
  }

  async get(forumId: string, id: string): Promise<RevisionView> {
    const rows: (RevisionRow & { document: object })[] = await this.dataSource.query(`SELECT ${SUMMARY}, revision.document ${FROM_FORUM} WHERE revision.id = $2`, [
      forumId,
      id,
    ]);
    const row = found(rows[0]);
    return { ...toSummary(row), document: row.document };
  }
}

function toSummary({ id, sectionId, name, epoch, seq, schema, hash, createdAt }: RevisionRow): RevisionSummary {
  return { id, sectionId, name, epoch, seq, schema, hash, createdAt: createdAt.toISOString() };
}
