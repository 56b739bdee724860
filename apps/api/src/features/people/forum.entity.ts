import type { LocalisedTitle } from '@expert-forum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('forum')
export class ForumEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb')
  title: LocalisedTitle;

  @Column('jsonb')
  disclaimer: LocalisedTitle;

  /** Set in a demonstration: stands on every page. */
  @Column('jsonb', { nullable: true })
  banner: LocalisedTitle | null;

  @Column('text', { name: 'home_timezone' })
  homeTimezone: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
