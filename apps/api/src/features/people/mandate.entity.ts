import type { Role } from '@expert-forum/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('mandate')
export class MandateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'forum_id' })
  forumId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId: string | null;

  @Column('text')
  role: Role;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
