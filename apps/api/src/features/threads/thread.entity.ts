import type { Anchor } from '@expert-forum/collab';
import type { Disposition, ThreadStateKind, Visibility } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('thread')
export class ThreadEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'section_id' })
  sectionId: string;

  @Column('text')
  visibility: Visibility;

  /** Whose thread it is; null: the forum's. */
  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId: string | null;

  /** Grows with every change that somebody can see. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('jsonb')
  anchor: Anchor;

  /** The seq of the text at which the anchor was last set. */
  @Column('integer', { name: 'anchor_seq' })
  anchorSeq: number;

  @Column('boolean', { name: 'is_detached', default: false })
  isDetached: boolean;

  @Column('text')
  state: ThreadStateKind;

  @Column('text', { nullable: true })
  disposition: Disposition | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy: string | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column('uuid', { name: 'opened_by' })
  openedBy: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;
}
