import type { NoticeKind, Phase } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One mandate is told of one act: what it is about, never what it says. */
@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Given by the database: the order of notices of one moment. */
  @Column({ type: 'integer', insert: false, update: false })
  place: number;

  @Column('uuid', { name: 'mandate_id' })
  mandateId: string;

  @Column('text')
  kind: NoticeKind;

  /** The comment or decision, or else the act itself: once a mandate. */
  @Column('uuid')
  cause: string;

  /** The row of the ledger under which it was written. */
  @Column('integer', { name: 'ledger_seq' })
  ledgerSeq: number;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'section_id', nullable: true })
  sectionId: string | null;

  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId: string | null;

  @Column('uuid', { name: 'comment_id', nullable: true })
  commentId: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;

  /** Into which the section went. */
  @Column('text', { nullable: true })
  phase: Phase | null;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
