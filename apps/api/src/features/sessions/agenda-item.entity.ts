import type { LocalisedTitle } from '@expert-forum/contracts';
import type { ItemState } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agenda_item')
export class AgendaItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('integer')
  position: number;

  @Column('jsonb')
  title: LocalisedTitle;

  @Column('integer')
  minutes: number;

  @Column('text')
  state: ItemState;

  @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: string | null;
}
