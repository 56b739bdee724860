import type { MandateView, MemberView, PeopleView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { CentreEntity } from './centre.entity.js';
import { CountryEntity } from './country.entity.js';
import { findMandates, type FoundMandate } from './find-mandates.js';

type MemberRow = Omit<MemberView, 'mandates'>;

/** Whom one administers: the secretariat everybody of the forum, a focal point the people of the own centre. */
@Injectable()
export class ListPeople {
  constructor(private readonly dataSource: DataSource) {}

  async for({ forumId, actor: { centreId } }: MandatePerformer): Promise<PeopleView> {
    const { manager } = this.dataSource;
    const mandates = (await findMandates(manager, { forumId })).filter(({ centre }) => centreId === null || centre?.id === centreId);
    const members: MemberRow[] = await manager.query(
      `SELECT id, name, email, suspended_at IS NOT NULL AS "isSuspended", password_hash IS NOT NULL AS "hasJoined"
         FROM member WHERE id = ANY($1) ORDER BY name, id`,
      [mandates.map(({ memberId }) => memberId)],
    );
    const centres = await manager.getRepository(CentreEntity).find({ where: { forumId, ...(centreId && { id: centreId }) }, order: { code: 'ASC' } });
    const countryCodes = centreId === null ? {} : { code: In(centres.map(({ countryCode }) => countryCode)) };
    const countries = await manager.getRepository(CountryEntity).find({ where: { forumId, ...countryCodes }, order: { code: 'ASC' } });
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
