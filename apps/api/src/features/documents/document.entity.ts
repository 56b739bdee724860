import type { LocalisedTitle } from '@expert-forum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('document')
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'forum_id' })
  forumId: string;

  @Column('jsonb')
  title: LocalisedTitle;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
