import type { LocalisedTitle } from '@expert-forum/contracts';
import type { DecisionKind } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Written once: the database refuses every change. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Order of coming; given by the database. */
  @Column({ type: 'integer', insert: false, update: false })
  place: number;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('text', { name: 'section_id' })
  sectionId: string;

  /** As they were when it was decided: minutes do not change when an outline does. */
  @Column('text', { name: 'section_number' })
  sectionNumber: string;

  @Column('jsonb', { name: 'section_title' })
  sectionTitle: LocalisedTitle;

  @Column('text')
  kind: DecisionKind;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'call_id', nullable: true })
  callId: string | null;

  @Column('uuid', { name: 'revision_id', nullable: true })
  revisionId: string | null;

  @Column('integer')
  seq: number;

  @Column('text')
  hash: string;

  /** Codes of centres, sorted. */
  @Column('jsonb', { name: 'centres_present' })
  centresPresent: string[];

  @Column('text', { nullable: true })
  text: string | null;

  @Column('uuid', { nullable: true })
  corrects: string | null;
}
