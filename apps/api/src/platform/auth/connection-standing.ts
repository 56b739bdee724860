import { ALLOWED, isInForce, isLoginOpen, refused, type LoginTerm, type MandateTerm, type Verdict } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { SEEN_EVERY_MS } from './logins.js';

export interface OpenConnection {
  readonly loginId: string;
  readonly mandateId: string;
  /** When its holder last wrote by it: typing, too, keeps a login from idling away. */
  readonly activeAt: Date;
}

interface StandingRow extends LoginTerm, MandateTerm {
  readonly loginId: string;
  readonly mandateId: string;
  readonly suspendedAt: Date | null;
}

/** Whether open connections still are who they were when they were opened. */
@Injectable()
export class ConnectionStanding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One question for all of them; the verdicts are in the order of the connections. */
  async judge(connections: readonly OpenConnection[]): Promise<Verdict[]> {
    if (connections.length === 0) return [];
    const rows: StandingRow[] = await this.dataSource.query(
      `SELECT DISTINCT login.id AS "loginId", login.created_at AS "createdAt", seen_at AS "seenAt", ended_at AS "endedAt",
              suspended_at AS "suspendedAt", mandate.id AS "mandateId", starts_at AS "startsAt", ends_at AS "endsAt", withdrawn_at AS "withdrawnAt"
         FROM unnest($1::uuid[], $2::uuid[]) AS asked (login_id, mandate_id)
         JOIN login ON login.id = asked.login_id JOIN member ON member.id = login.member_id
         JOIN mandate ON mandate.id = asked.mandate_id AND mandate.member_id = member.id`,
      [connections.map(({ loginId }) => loginId), connections.map(({ mandateId }) => mandateId)],
    );
    const byIdentity = new Map(rows.map((row) => [identityOf(row), row]));
    return Promise.all(connections.map((connection) => this.judgeOne(connection, byIdentity.get(identityOf(connection)))));
  }

  private async judgeOne({ loginId, activeAt }: OpenConnection, row: StandingRow | undefined): Promise<Verdict> {
    const now = this.clock.now();
    if (row === undefined || row.suspendedAt !== null) return refused('login-required');
    const seenAt = activeAt > row.seenAt ? activeAt : row.seenAt;
    if (!isLoginOpen({ ...row, seenAt }, now)) return refused('login-required');
    if (seenAt.getTime() - row.seenAt.getTime() > SEEN_EVERY_MS) {
      await this.dataSource.query('UPDATE login SET seen_at = $2 WHERE id = $1 AND seen_at < $2', [loginId, seenAt]);
    }
    return isInForce(row, now) ? ALLOWED : refused('mandate-not-held');
  }
}

const identityOf = ({ loginId, mandateId }: { loginId: string; mandateId: string }): string => `${loginId} ${mandateId}`;
