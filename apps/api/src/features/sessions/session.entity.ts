import type { LocalisedTitle } from '@expert-forum/contracts';
import type { SessionState } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'forum_id' })
  forumId: string;

  @Column('jsonb')
  title: LocalisedTitle;

  /** null: online only. */
  @Column('text', { nullable: true })
  place: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text')
  state: SessionState;

  @Column('uuid', { name: 'chair_mandate_id' })
  chairMandateId: string;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
