import type { MinutesView, SessionSummary, SessionView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/errors/problem-error.js';
import { Attendance } from './attendance.js';
import { newestCall, toCallView } from './find-calls.js';
import { ReadAgenda } from './read-agenda.js';
import { SessionEntity } from './session.entity.js';

/** Sessions as everybody in the forum sees them. */
@Injectable()
export class ReadSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly attendance: Attendance,
    private readonly agenda: ReadAgenda,
  ) {}

  /** The latest hundred, by the time they start. */
  async list(forumId: string): Promise<SessionSummary[]> {
    const latest = await this.dataSource
      .getRepository(SessionEntity)
      .find({ where: { forumId }, order: { startsAt: 'DESC', id: 'DESC' }, take: LIMITS.http.pageRows });
    return latest.reverse().map(toSummary);
  }

  async view(forumId: string, id: string): Promise<SessionView> {
    const { manager } = this.dataSource;
    const session = await this.get(forumId, id);
    const items = await this.agenda.items(forumId, id);
    const active = await this.agenda.active(id);
    const call = active && (await newestCall(manager, active));
    const now = this.clock.now();
    return {
      ...toSummary(session),
      openedAt: session.openedAt?.toISOString() ?? null,
      closedAt: session.closedAt?.toISOString() ?? null,
      chair: await this.chair(session),
      items,
      call: call && (await toCallView(manager, call)),
      floor: await this.floor(id),
      centresPresent: await this.centres(session),
      centresInForum: await this.centreCount(forumId),
      serverNow: now.toISOString(),
    };
  }

  async minutes(forumId: string, id: string): Promise<MinutesView> {
    const session = await this.get(forumId, id);
    const items = await this.agenda.items(forumId, id);
    return {
      ...toSummary(session),
      openedAt: session.openedAt?.toISOString() ?? null,
      closedAt: session.closedAt?.toISOString() ?? null,
      centresPresent: await this.attendance.roll(this.dataSource.manager, id),
      items: items.map(({ title, state, outcome, decisions }) => ({ title, state, outcome, decisions })),
    };
  }

  async forumOf(id: string): Promise<string | null> {
    return (await this.dataSource.getRepository(SessionEntity).findOneBy({ id }))?.forumId ?? null;
  }

  async ownFloorRequest(sessionId: string, mandateId: string): Promise<string | null> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT id FROM floor_request WHERE session_id = $1 AND mandate_id = $2', [sessionId, mandateId]);
    return rows[0]?.id ?? null;
  }

  private async get(forumId: string, id: string): Promise<SessionEntity> {
    return found(await this.dataSource.getRepository(SessionEntity).findOneBy({ id, forumId }));
  }

  private centres({ id, state }: SessionEntity): Promise<string[]> {
    const { manager } = this.dataSource;
    return state === 'closed' ? this.attendance.roll(manager, id) : this.attendance.present(manager, id);
  }

  private async centreCount(forumId: string): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query('SELECT count(*)::int AS count FROM centre WHERE forum_id = $1', [forumId]);
    return rows[0]?.count ?? 0;
  }

  private async chair({ chairMandateId }: SessionEntity): Promise<SessionView['chair']> {
    const rows: SessionView['chair'][] = await this.dataSource.query(
      'SELECT mandate.id AS "mandateId", member.name AS "memberName" FROM mandate JOIN member ON member.id = member_id WHERE mandate.id = $1',
      [chairMandateId],
    );
    return found(rows[0]);
  }

  private async floor(sessionId: string): Promise<SessionView['floor']> {
    const rows: (Omit<SessionView['floor'][number], 'askedAt'> & { askedAt: Date })[] = await this.dataSource.query(
      `SELECT floor_request.id, code AS "centreCode", role, asked_at AS "askedAt", given_at IS NOT NULL AS "hasFloor"
         FROM floor_request JOIN mandate ON mandate.id = mandate_id LEFT JOIN centre ON centre.id = centre_id
        WHERE session_id = $1 ORDER BY given_at IS NULL, floor_request.place`,
      [sessionId],
    );
    return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }));
  }
}

const toSummary = ({ id, title, place, startsAt, endsAt, state }: SessionEntity): SessionSummary => ({
  id,
  title,
  place,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  state,
});
