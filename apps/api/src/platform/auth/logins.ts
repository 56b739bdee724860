import { randomUUID } from 'node:crypto';
import { isInForce, isLoginOpen, LIMITS, type LoginTerm, type Role } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ProblemException } from '../errors/problem-error.js';
import type { MandatePerformer } from '../ledger/performer.js';
import type { KnownLogin } from './authority.js';
import { hashSecret, newSecret } from './secret.js';

/** That a login is used is written down no more often than this. */
export const SEEN_EVERY_MS = 5 * 60_000;

interface LoginRow extends KnownLogin, LoginTerm {}

interface MandateRow {
  readonly memberId: string;
  readonly forumId: string;
  readonly role: Role;
  readonly centreId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Who a connection is: never trusted for longer than it takes to ask again. */
export interface ConnectionIdentity extends MandatePerformer {
  readonly centreCode: string | null;
  readonly memberName: string;
  /** Of two connections that one page opened, the later has the larger. */
  readonly ordinal: number;
}

/** Signed-in browsers and the tickets that open their sockets. Opaque: everything about them is in the database. */
@Injectable()
export class Logins {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns the secret for the cookie. @throws ProblemException `sign-in-failed` if the member is suspended */
  async open(memberId: string): Promise<string> {
    const secret = newSecret();
    // The row is shared, not read only: a suspension comes before and is seen, or after and ends this login too.
    const opened: unknown[] = await this.dataSource.query(
      `INSERT INTO login (id, token_hash, member_id, created_at, seen_at)
       SELECT $1, $2, id, $4, $4 FROM member WHERE id = $3 AND suspended_at IS NULL FOR SHARE RETURNING id`,
      [randomUUID(), hashSecret(secret), memberId, this.clock.now()],
    );
    if (opened.length === 0) throw new ProblemException('sign-in-failed');
    return secret;
  }

  /** The login that has this secret, unless it ended, idled away or its member is suspended. */
  async find(secret: string): Promise<KnownLogin | null> {
    const rows: LoginRow[] = await this.dataSource.query(
      `SELECT login.id, member_id AS "memberId", login.created_at AS "createdAt", seen_at AS "seenAt", ended_at AS "endedAt"
         FROM login JOIN member ON member.id = member_id
        WHERE token_hash = $1 AND suspended_at IS NULL`,
      [hashSecret(secret)],
    );
    const [row] = rows;
    const now = this.clock.now();
    if (row === undefined || !isLoginOpen(row, now)) return null;
    if (now.getTime() - row.seenAt.getTime() > SEEN_EVERY_MS) {
      await this.dataSource.query('UPDATE login SET seen_at = $2 WHERE id = $1', [row.id, now]);
    }
    return { id: row.id, memberId: row.memberId };
  }

  /** The mandate as this login may act under it now; null if it is somebody else's or not in force. */
  async performer(login: KnownLogin, mandateId: string): Promise<MandatePerformer | null> {
    const rows: MandateRow[] = await this.dataSource.query(
      `SELECT member_id AS "memberId", forum_id AS "forumId", role, centre_id AS "centreId", starts_at AS "startsAt",
              ends_at AS "endsAt", withdrawn_at AS "withdrawnAt"
         FROM mandate WHERE id = $1 AND member_id = $2`,
      [mandateId, login.memberId],
    );
    const [row] = rows;
    if (row === undefined || !isInForce(row, this.clock.now())) return null;
    const { memberId, forumId, role, centreId } = row;
    return { kind: 'mandate', loginId: login.id, forumId, actor: { memberId, mandateId, role, centreId } };
  }

  async issueTicket(login: KnownLogin, mandateId: string): Promise<string> {
    const ticket = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + LIMITS.ticket.life);
    await this.dataSource.query('DELETE FROM ticket WHERE expires_at < $1', [this.clock.now()]);
    await this.dataSource.query('INSERT INTO ticket (hash, login_id, mandate_id, expires_at) VALUES ($1, $2, $3, $4)', [
      hashSecret(ticket),
      login.id,
      mandateId,
      expiresAt,
    ]);
    return ticket;
  }

  /** Spends a ticket. null: unknown, spent, expired, or what it stood for ended meanwhile. */
  async spendTicket(ticket: string): Promise<ConnectionIdentity | null> {
    const spent: [{ loginId: string; mandateId: string; expiresAt: Date; ordinal: number }[], number] = await this.dataSource.query(
      `DELETE FROM ticket WHERE hash = $1
       RETURNING login_id AS "loginId", mandate_id AS "mandateId", expires_at AS "expiresAt", pg_current_xact_id()::text::double precision AS ordinal`,
      [hashSecret(ticket)],
    );
    const row = spent[0][0];
    if (row === undefined || row.expiresAt <= this.clock.now()) return null;
    return this.identify(row);
  }

  /** Who a new connection is; null if it is nobody any more. */
  private async identify({ loginId, mandateId, ordinal }: { loginId: string; mandateId: string; ordinal: number }): Promise<ConnectionIdentity | null> {
    const rows: (LoginTerm & { memberId: string; memberName: string; centreCode: string | null })[] = await this.dataSource.query(
      `SELECT login.member_id AS "memberId", member.name AS "memberName", centre.code AS "centreCode",
              login.created_at AS "createdAt", seen_at AS "seenAt", ended_at AS "endedAt"
         FROM login JOIN member ON member.id = login.member_id JOIN mandate ON mandate.id = $2 AND mandate.member_id = member.id
         LEFT JOIN centre ON centre.id = mandate.centre_id
        WHERE login.id = $1 AND suspended_at IS NULL`,
      [loginId, mandateId],
    );
    const [row] = rows;
    if (row === undefined || !isLoginOpen(row, this.clock.now())) return null;
    const performer = await this.performer({ id: loginId, memberId: row.memberId }, mandateId);
    return performer && { ...performer, centreCode: row.centreCode, memberName: row.memberName, ordinal };
  }
}
