import type { LocalisedTitle } from '@expert-forum/contracts';
import type { Phase } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A chapter (no parent) or a section of one. */
@Entity('section')
export class SectionEntity {
  @PrimaryColumn('text')
  id: string;

  /** Its number on the wire and in locks; given by the database. */
  @Column({ type: 'integer', insert: false, update: false })
  channel: number;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  @Column('text', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('integer')
  position: number;

  @Column('jsonb')
  title: LocalisedTitle;

  @Column('text')
  phase: Phase;

  @Column('timestamptz', { name: 'phase_changed_at' })
  phaseChangedAt: Date;

  @Column('boolean', { name: 'is_ad_referendum', default: false })
  isAdReferendum: boolean;

  @Column('uuid', { name: 'rapporteur_mandate_id', nullable: true })
  rapporteurMandateId: string | null;

  /** A new one after a restore: text of an older epoch is never merged. */
  @Column('integer', { default: 1 })
  epoch: number;

  @Column('integer', { default: 1 })
  schema: number;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
