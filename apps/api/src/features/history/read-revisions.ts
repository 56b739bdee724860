import type { RevisionSummary, RevisionView } from '@expert-forum/contracts';
import { isOfHistory } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { HistoryAccess } from './history-access.js';

const SUMMARY = `revision.id, revision.section_id AS "sectionId", revision.kind, revision.name, revision.epoch, revision.seq, revision.schema, revision.hash,
  revision.created_at AS "createdAt", member.name AS "keptBy"`;
const FROM = 'FROM revision LEFT JOIN mandate ON mandate.id = revision.mandate_id LEFT JOIN member ON member.id = mandate.member_id';

type RevisionRow = Omit<RevisionSummary, 'createdAt'> & { readonly createdAt: Date };

/** Revisions as they are shown: those that were made in passing only to whoever may read the history (HI2). */
@Injectable()
export class ReadRevisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: HistoryAccess,
  ) {}

  /** Newest first. */
  async ofSection(by: MandatePerformer, sectionId: string): Promise<RevisionSummary[]> {
    const { readsHistory } = await this.access.section(by, sectionId);
    const rows: RevisionRow[] = await this.dataSource.query(
      `SELECT ${SUMMARY} ${FROM} WHERE revision.section_id = $1 ORDER BY revision.created_at DESC, revision.seq DESC, revision.id`,
      [sectionId],
    );
    return rows.filter(({ kind }) => readsHistory || !isOfHistory(kind)).map(toSummary);
  }

  async get(by: MandatePerformer, id: string): Promise<RevisionView> {
    const rows: (RevisionRow & { document: object })[] = await this.dataSource.query(`SELECT ${SUMMARY}, revision.document ${FROM} WHERE revision.id = $1`, [id]);
    const row = found(rows[0]);
    const { readsHistory } = await this.access.section(by, row.sectionId);
    if (!readsHistory && isOfHistory(row.kind)) throw new ProblemException('not-found');
    return { ...toSummary(row), document: row.document };
  }
}

function toSummary({ id, sectionId, kind, name, epoch, seq, schema, hash, createdAt, keptBy }: RevisionRow): RevisionSummary {
  return { id, sectionId, kind, name, epoch, seq, schema, hash, createdAt: createdAt.toISOString(), keptBy };
}
