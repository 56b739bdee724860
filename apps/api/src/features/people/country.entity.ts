import type { LocalisedTitle } from '@expert-forum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('country')
export class CountryEntity {
  @PrimaryColumn('uuid', { name: 'forum_id' })
  forumId: string;

  /** ISO 3166, three letters. */
  @PrimaryColumn('text')
  code: string;

  @Column('jsonb')
  name: LocalisedTitle;

  @Column('text')
  timezone: string;
}
