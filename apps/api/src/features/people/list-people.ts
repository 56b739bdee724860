import type { MandateView, MemberView, PeopleView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CentreEntity } from './centre.entity.js';
import { CountryEntity } from './country.entity.js';
import { findMandates, type FoundMandate } from './find-mandates.js';

type MemberRow = Omit<MemberView, 'mandates'>;

/** Everybody of a forum, as the secretariat keeps them. */
@Injectable()
export class ListPeople {
  constructor(private readonly dataSource: DataSource) {}

  async ofForum(forumId: string): Promise<PeopleView> {
    const { manager } = this.dataSource;
    const mandates = await findMandates(manager, { forumId });
    const members: MemberRow[] = await manager.query(
      `SELECT id, name, email, suspended_at IS NOT NULL AS "isSuspended", password_hash IS NOT NULL AS "hasJoined"
         FROM member WHERE id = ANY($1) ORDER BY name, id`,
      [mandates.map(({ memberId }) => memberId)],
    );
    const centres = await manager.getRepository(CentreEntity).find({ where: { forumId }, order: { code: 'ASC' } });
    const countries = await manager.getRepository(CountryEntity).find({ where: { forumId }, order: { code: 'ASC' } });
    return {
      countries: countries.map(({ code, name }) => ({ code, name })),
      centres: centres.map(({ id, code, name }) => ({ id, code, name })),
      members: members.map((member) => ({ ...member, mandates: mandates.filter(({ memberId }) => memberId === member.id).map(toMandateView) })),
    };
  }
}

const toMandateView = ({ id, role, centre, startsAt, endsAt, withdrawnAt }: FoundMandate): MandateView => ({
  id,
  role,
  centre,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
});
