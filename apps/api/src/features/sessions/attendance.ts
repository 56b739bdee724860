import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';

const BEAT = `
  INSERT INTO session_attendance (session_id, connection_id, centre_id, seen_at)
  SELECT here.session_id, connection_id, centre_id, $4
    FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS here (session_id, connection_id, centre_id)
    JOIN session ON session.id = here.session_id AND state <> 'closed'
  ON CONFLICT (session_id, connection_id) DO UPDATE SET seen_at = excluded.seen_at`;

const ROLL = `
  INSERT INTO session_centre (session_id, centre_id)
  SELECT DISTINCT session_id, centre_id FROM session_attendance JOIN session ON session.id = session_id
   WHERE session_id = $1 AND seen_at > $2 AND state IN ('open', 'suspended')
  ON CONFLICT DO NOTHING`;

interface Here {
  readonly sessionId: string;
  readonly connectionId: string;
  readonly centreId: string;
}

/**
 * Which centres are in which room, on all nodes together: a node says every few seconds who is connected to it, and a centre
 * that nobody has spoken of for a while is gone, with its node. Members are never named.
 */
@Injectable()
export class Attendance {
  /** Connections of this node. */
  private here: Here[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async enter(here: Here): Promise<void> {
    this.here.push(here);
    await this.say([here]);
    await this.callRoll(this.dataSource.manager, here.sessionId);
  }

  /** @returns the sessions that were left */
  async leave(connectionId: string, sessionId?: string): Promise<string[]> {
    const isLeaving = (each: Here): boolean => each.connectionId === connectionId && (sessionId === undefined || each.sessionId === sessionId);
    const left = this.here.filter(isLeaving);
    this.here = this.here.filter((each) => !isLeaving(each));
    if (left.length > 0) await this.forget(left);
    return left.map((each) => each.sessionId);
  }

  /** Of this node: nobody is connected to it any more. */
  async leaveAll(): Promise<void> {
    const left = this.here.splice(0);
    if (left.length > 0) await this.forget(left);
  }

  /** What nodes that died have left behind. */
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM session_attendance WHERE seen_at <= $1', [this.oldest()]);
  }

  /** Everybody who is connected to this node is still there. */
  async beat(): Promise<void> {
    if (this.here.length > 0) await this.say(this.here);
  }

  /** Codes of the centres that are in the room now. */
  present(manager: EntityManager, sessionId: string): Promise<string[]> {
    return codes(manager, 'session_attendance WHERE session_id = $1 AND seen_at > $2', [sessionId, this.oldest()]);
  }

  /** Codes of all centres that were there while it was open. */
  roll(manager: EntityManager, sessionId: string): Promise<string[]> {
    return codes(manager, 'session_centre WHERE session_id = $1', [sessionId]);
  }

  /** Whoever is there now was there. */
  async callRoll(manager: EntityManager, sessionId: string): Promise<void> {
    await manager.query(ROLL, [sessionId, this.oldest()]);
  }

  private async say(here: readonly Here[]): Promise<void> {
    const { sessionIds, connectionIds } = columnsOf(here);
    await this.dataSource.query(BEAT, [sessionIds, connectionIds, here.map(({ centreId }) => centreId), this.clock.now()]);
  }

  private async forget(left: readonly Here[]): Promise<void> {
    const { sessionIds, connectionIds } = columnsOf(left);
    await this.dataSource.query(
      'DELETE FROM session_attendance WHERE (session_id, connection_id) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))',
      [sessionIds, connectionIds],
    );
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - LIMITS.session.attendance);
  }
}

const columnsOf = (here: readonly Here[]): { sessionIds: string[]; connectionIds: string[] } => ({
  sessionIds: here.map(({ sessionId }) => sessionId),
  connectionIds: here.map(({ connectionId }) => connectionId),
});

async function codes(manager: EntityManager, attended: string, parameters: unknown[]): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    `SELECT code FROM centre WHERE id IN (SELECT centre_id FROM ${attended}) ORDER BY code`,
    parameters,
  );
  return rows.map(({ code }) => code);
}
