import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('member')
export class MemberEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case; nobody else's. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  language: string;

  /** null until the invitation is taken up. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
