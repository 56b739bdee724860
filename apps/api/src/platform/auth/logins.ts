import { randomUUID } from 'node:crypto';
import { isInForce, isLoginOpen, LIMITS, type LoginTerm, type MandateTerm, type Role } from '@expert-forum/domain';
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

interface MandateRow extends MandateTerm {
  readonly memberId: string;
  readonly mandateId: string;
  readonly forumId: string;
  readonly role: Role;
  readonly centreId: string | null;
}

const MANDATE = `
  mandate.member_id AS "memberId", mandate.id AS "mandateId", mandate.forum_id AS "forumId", role, centre_id AS "centreId",
  starts_at AS "startsAt", ends_at AS "endsAt", withdrawn_at AS "withdrawnAt"`;

/** What a spent ticket stood for, as it is now. */
interface SpentRow extends MandateRow, LoginTerm {
  readonly loginId: string;
  readonly expiresAt: Date;
  readonly memberName: string;
  readonly centreCode: string | null;
  readonly ordinal: number;
}

/** One statement, so that a connection waits for the database once; whatever it finds, the ticket is spent. */
const SPEND_TICKET = `
  WITH spent AS (DELETE FROM ticket WHERE hash = $1 RETURNING login_id, mandate_id, expires_at)
  SELECT login.id AS "loginId", expires_at AS "expiresAt", pg_current_xact_id()::text::double precision AS ordinal,
         login.created_at AS "createdAt", seen_at AS "seenAt", ended_at AS "endedAt",
         member.name AS "memberName", centre.code AS "centreCode", ${MANDATE}
    FROM spent JOIN login ON login.id = login_id JOIN member ON member.id = login.member_id
    JOIN mandate ON mandate.id = mandate_id AND mandate.member_id = member.id
    LEFT JOIN centre ON centre.id = mandate.centre_id
   WHERE suspended_at IS NULL`;

/**
 * Makes a ticket for a mandate of the login's member, whether or not it is in force: that is asked of the row before the ticket
 * is told to anybody, and when it is spent. What has expired goes in passing; those who come at once do not wait for each other.
 */
const ISSUE_TICKET = `
  WITH swept AS (DELETE FROM ticket WHERE hash IN (SELECT hash FROM ticket WHERE expires_at < $5 FOR UPDATE SKIP LOCKED)),
       held AS (SELECT ${MANDATE} FROM mandate WHERE id = $3 AND member_id = $4),
       issued AS (INSERT INTO ticket (hash, login_id, mandate_id, expires_at) SELECT $1, $2, "mandateId", $6 FROM held)
  SELECT * FROM held`;

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
    const rows: MandateRow[] = await this.dataSource.query(`SELECT ${MANDATE} FROM mandate WHERE id = $1 AND member_id = $2`, [mandateId, login.memberId]);
    return this.performerOf(login.id, rows[0]);
  }

  /** null if the mandate is somebody else's or not in force. */
  async issueTicket(login: KnownLogin, mandateId: string): Promise<string | null> {
    const ticket = newSecret();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIMITS.ticket.life);
    const rows: MandateRow[] = await this.dataSource.query(ISSUE_TICKET, [hashSecret(ticket), login.id, mandateId, login.memberId, now, expiresAt]);
    return this.performerOf(login.id, rows[0]) && ticket;
  }

  /** Spends a ticket. null: unknown, spent, expired, or what it stood for ended meanwhile. */
  async spendTicket(ticket: string): Promise<ConnectionIdentity | null> {
    const rows: SpentRow[] = await this.dataSource.query(SPEND_TICKET, [hashSecret(ticket)]);
    const [row] = rows;
    const now = this.clock.now();
    if (row === undefined || row.expiresAt <= now || !isLoginOpen(row, now)) return null;
    const performer = this.performerOf(row.loginId, row);
    return performer && { ...performer, centreCode: row.centreCode, memberName: row.memberName, ordinal: row.ordinal };
  }

  private performerOf(loginId: string, row: MandateRow | undefined): MandatePerformer | null {
    if (row === undefined || !isInForce(row, this.clock.now())) return null;
    const { memberId, mandateId, forumId, role, centreId } = row;
    return { kind: 'mandate', loginId, forumId, actor: { memberId, mandateId, role, centreId } };
  }
}
