import { randomUUID } from 'node:crypto';
import type { Invitation, NewCentre, NewMandate, OneTimeLink } from '@expert-forum/contracts';
import { fitsCentre, isInForce, type Role } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { demand, found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { CentreEntity } from './centre.entity.js';
import { demandAdministration, demandMayEntrust } from './demand-administration.js';
import { findMandates } from './find-mandates.js';
import { getMember } from './get-member.js';
import { MandateEntity } from './mandate.entity.js';
import { OneTimeLinks } from './one-time-links.js';

interface Grant {
  readonly role: Role;
  readonly centreId?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** Centres, members and what they are entrusted with. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
  ) {}

  createCentre(by: Performer, { code, name }: NewCentre): Promise<{ id: string }> {
    demandAdministration(by);
    return this.commands.run(by, [], async (manager) => {
      const id = randomUUID();
      const countryCode = code.slice(0, 3);
      await demandCountry(manager, by.forumId, countryCode);
      const added: unknown[] = await manager.query(
        `INSERT INTO centre (id, forum_id, country_code, code, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (forum_id, code) DO NOTHING RETURNING id`,
        [id, by.forumId, countryCode, code, name, this.clock.now()],
      );
      if (added.length === 0) throw new ProblemException('centre-exists');
      return { value: { id }, entry: { verb: 'centre:created', object: { centre: id }, payload: { code, name } } };
    });
  }

  /** Somebody new: a member without a password, a mandate, and the link by which a password is set. */
  invite(by: Performer, { email, name, language, ...grant }: Invitation): Promise<OneTimeLink & { mandateId: string }> {
    return this.commands.run(by, [], async (manager) => {
      await demandMayGrant(manager, by, grant);
      const memberId = await this.addMember(manager, { email, name, language });
      const mandateId = await this.addMandate(manager, by, memberId, grant);
      const link = await this.links.create(manager, memberId, 'invitation', language);
      return {
        value: { ...link, mandateId },
        entry: { verb: 'member:invited', object: { member: memberId, mandate: mandateId }, payload: { role: grant.role } },
      };
    });
  }

  grant(by: Performer, { memberId, ...grant }: NewMandate): Promise<{ id: string }> {
    return this.commands.run(by, [], async (manager) => {
      await demandMayGrant(manager, by, grant);
      const { suspendedAt } = await getMember(manager, by, memberId);
      if (suspendedAt !== null) throw new ProblemException('member-suspended');
      const id = await this.addMandate(manager, by, memberId, grant);
      return { value: { id }, entry: { verb: 'mandate:granted', object: { member: memberId, mandate: id }, payload: { role: grant.role } } };
    });
  }

  async findMember(email: string): Promise<string | null> {
    const rows: { id: string }[] = await this.commands.read((manager) => manager.query('SELECT id FROM member WHERE email = lower($1)', [email]));
    return rows[0]?.id ?? null;
  }

  /** Has the member such a mandate in this forum, now? */
  async holds({ forumId }: Performer, memberId: string, role: Role): Promise<boolean> {
    const mandates = await this.commands.read((manager) => findMandates(manager, { memberId }));
    return mandates.some((mandate) => mandate.forumId === forumId && mandate.role === role && isInForce(mandate, this.clock.now()));
  }

  private async addMember(manager: EntityManager, { email, name, language }: { email: string; name: string; language: string }): Promise<string> {
    const id = randomUUID();
    const added: unknown[] = await manager.query(
      `INSERT INTO member (id, email, name, language, created_at) VALUES ($1, lower($2), $3, $4, $5)
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [id, email, name, language, this.clock.now()],
    );
    if (added.length === 0) throw new ProblemException('member-exists');
    return id;
  }

  private async addMandate(manager: EntityManager, { forumId }: Performer, memberId: string, grant: Grant): Promise<string> {
    const id = randomUUID();
    const startsAt = grant.startsAt === undefined ? this.clock.now() : new Date(grant.startsAt);
    const endsAt = grant.endsAt === undefined ? null : new Date(grant.endsAt);
    if (endsAt !== null && endsAt <= startsAt) throw new ProblemException('dates-reversed');
    await manager
      .getRepository(MandateEntity)
      .insert({ id, forumId, memberId, role: grant.role, centreId: grant.centreId ?? null, startsAt, endsAt, withdrawnAt: null });
    return id;
  }
}

async function demandMayGrant(manager: EntityManager, by: Performer, { role, centreId }: Grant): Promise<void> {
  const entrusted = { role, centreId: centreId ?? null };
  demandMayEntrust(by, entrusted);
  demand(fitsCentre(entrusted));
  if (centreId !== undefined) found(await manager.getRepository(CentreEntity).findOneBy({ id: centreId, forumId: by.forumId }));
}

async function demandCountry(manager: EntityManager, forumId: string, code: string): Promise<void> {
  const rows: unknown[] = await manager.query('SELECT FROM country WHERE forum_id = $1 AND code = $2', [forumId, code]);
  if (rows.length === 0) throw new ProblemException('not-found');
}
