import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('comment')
export class CommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'thread_id' })
  threadId: string;

  /** In its thread, from 1. */
  @Column('integer')
  position: number;

  @Column('uuid', { name: 'mandate_id' })
  mandateId: string;

  /** Under which its author's client sent it: once a mandate. */
  @Column('uuid')
  key: string;

  /** null: removed. */
  @Column('text', { nullable: true })
  body: string | null;

  /** Members. */
  @Column('uuid', { array: true })
  mentions: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}
