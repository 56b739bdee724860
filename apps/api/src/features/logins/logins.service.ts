import type { CurrentLogin, HeldMandate } from '@expert-forum/contracts';
import { isInForce } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KnownLogin } from '../../platform/auth/authority.js';
import { Logins } from '../../platform/auth/logins.js';
import { Passwords } from '../../platform/auth/passwords.js';
import { SignInLimits } from '../../platform/auth/sign-in-limits.js';
import { Clock } from '../../platform/clock/clock.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { findMandates } from '../people/find-mandates.js';

interface Account {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly suspendedAt: Date | null;
}

@Injectable()
export class LoginsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logins: Logins,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * The same answer, after the same work, for an unknown address, a wrong password and a suspended member.
   *
   * @returns the member
   */
  async verify(email: string, password: string, address: string): Promise<string> {
    const account = email.trim().toLowerCase();
    const attempt = await this.limits.begin(account, address);
    const rows: Account[] = await this.dataSource.query(
      'SELECT id, password_hash AS "passwordHash", suspended_at AS "suspendedAt" FROM member WHERE email = $1',
      [account],
    );
    const [member] = rows;
    const isRight = await this.passwords.isRight(password, member?.passwordHash ?? null);
    if (member === undefined || !isRight || member.suspendedAt !== null) throw new ProblemException('sign-in-failed');
    await this.limits.succeed(attempt);
    return member.id;
  }

  async current(memberId: string): Promise<CurrentLogin> {
    const members: CurrentLogin['member'][] = await this.dataSource.query(
      'SELECT id, name, email, language FROM member WHERE id = $1',
      [memberId],
    );
    const now = this.clock.now();
    const mandates = await findMandates(this.dataSource.manager, { memberId });
    const held = mandates.filter((mandate) => isInForce(mandate, now)).map(
      ({ id, forumId, role, centre, startsAt, endsAt }): HeldMandate => ({
        id,
        forumId,
        role,
        centre,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      }),
    );
    return { member: found(members[0]), mandates: held };
  }

  async issueTicket(login: KnownLogin, mandateId: string): Promise<string> {
    const ticket = await this.logins.issueTicket(login, mandateId);
    if (ticket === null) throw new ProblemException('mandate-not-held');
    return ticket;
  }
}
