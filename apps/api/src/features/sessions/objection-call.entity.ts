import type { NodeJson } from '@expert-forum/collab';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('objection_call')
export class ObjectionCallEntity {
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

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt: Date;

  @Column('integer')
  seq: number;

  @Column('text')
  hash: string;

  /** The text that was asked about: what moved later is compared with it. */
  @Column('json')
  document: NodeJson;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  @Column('uuid', { name: 'objecting_centre_id', nullable: true })
  objectingCentreId: string | null;
}
