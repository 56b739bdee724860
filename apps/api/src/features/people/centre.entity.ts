import type { LocalisedTitle } from '@expert-forum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('centre')
export class CentreEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'forum_id' })
  forumId: string;

  @Column('text', { name: 'country_code' })
  countryCode: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  name: LocalisedTitle;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
