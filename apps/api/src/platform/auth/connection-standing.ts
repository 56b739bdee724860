import { ALLOWED, isInForce, isLoginOpen, refused, type Verdict } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { dateOf, moment } from '../database/moment.js';
import { SEEN_EVERY_MS } from './logins.js';

export interface OpenConnection {
  readonly loginId: string;
  readonly mandateId: string;
  /** When its holder last wrote by it: typing, too, keeps a login from idling away. */
  readonly activeAt: Date;
}

/** Times in milliseconds. */
interface StandingRow {
  /** Which of the connections this is about, from 1. */
  readonly place: number;
  readonly isSuspended: boolean;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly endedAt: number | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly withdrawnAt: number | null;
}

const STANDING = `
  SELECT place::integer, suspended_at IS NOT NULL AS "isSuspended",
         ${moment('login.created_at')} AS "createdAt", ${moment('seen_at')} AS "seenAt", ${moment('ended_at')} AS "endedAt",
         ${moment('starts_at')} AS "startsAt", ${moment('ends_at')} AS "endsAt", ${moment('withdrawn_at')} AS "withdrawnAt"
    FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (login_id, mandate_id, place)
    JOIN login ON login.id = asked.login_id JOIN member ON member.id = login.member_id
    JOIN mandate ON mandate.id = asked.mandate_id AND mandate.member_id = member.id`;

/** A row that somebody holds is left for the next time: nobody's verdict waits for another's login. */
const NOTE_ACTIVITY = `
  WITH active AS (SELECT login_id, max(active_at) AS active_at FROM unnest($1::uuid[], $2::timestamptz[]) AS told (login_id, active_at) GROUP BY login_id),
       free AS (SELECT id FROM login WHERE id = ANY($1) FOR NO KEY UPDATE SKIP LOCKED)
  UPDATE login SET seen_at = active_at FROM active JOIN free ON free.id = login_id WHERE login.id = login_id AND seen_at < active_at`;

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
    const asked = [connections.map(({ loginId }) => loginId), connections.map(({ mandateId }) => mandateId)];
    const rows: StandingRow[] = await this.dataSource.query(STANDING, asked);
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    const now = this.clock.now();
    await this.noteActivity(connections, byPlace);
    return connections.map(({ activeAt }, index) => judgeOne(byPlace.get(index + 1), activeAt, now));
  }

  private async noteActivity(connections: readonly OpenConnection[], rows: ReadonlyMap<number, StandingRow>): Promise<void> {
    const active = connections.filter(({ activeAt }, index) => activeAt.getTime() - (rows.get(index + 1)?.seenAt ?? Infinity) > SEEN_EVERY_MS);
    if (active.length === 0) return;
    await this.dataSource.query(NOTE_ACTIVITY, [active.map(({ loginId }) => loginId), active.map(({ activeAt }) => activeAt)]);
  }
}

function judgeOne(row: StandingRow | undefined, activeAt: Date, now: Date): Verdict {
  if (row === undefined || row.isSuspended) return refused('login-required');
  const seenAt = new Date(Math.max(activeAt.getTime(), row.seenAt));
  if (!isLoginOpen({ createdAt: new Date(row.createdAt), seenAt, endedAt: dateOf(row.endedAt) }, now)) return refused('login-required');
  const term = { startsAt: new Date(row.startsAt), endsAt: dateOf(row.endsAt), withdrawnAt: dateOf(row.withdrawnAt) };
  return isInForce(term, now) ? ALLOWED : refused('mandate-not-held');
}
