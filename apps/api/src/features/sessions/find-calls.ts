import type { ObjectionCallView } from '@expert-forum/contracts';
import { secondsUntil } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../platform/errors/problem-error.js';
import type { AgendaItemEntity } from './agenda-item.entity.js';
import { ObjectionCallEntity } from './objection-call.entity.js';

/** While a call runs, nothing else happens on the table. */
export async function demandNoRunningCall(manager: EntityManager, sessionId: string, now: Date): Promise<void> {
  const rows: { closesAt: Date }[] = await manager.query(
    'SELECT closes_at AS "closesAt" FROM objection_call WHERE session_id = $1 AND stopped_at IS NULL AND closes_at > $2',
    [sessionId, now],
  );
  const [running] = rows;
  if (running !== undefined) throw new ProblemException('call-running', { params: { seconds: secondsUntil(running.closesAt, now) } });
}

/** The newest call since the item was put on the table. One that a decision has used does not give way to an earlier one. */
export async function newestCall(manager: EntityManager, item: AgendaItemEntity, sectionId?: string): Promise<ObjectionCallEntity | null> {
  const call = await manager
    .getRepository(ObjectionCallEntity)
    .createQueryBuilder('call')
    .where('call.itemId = :itemId AND call.openedAt >= :since', { itemId: item.id, since: item.activatedAt })
    .andWhere(sectionId === undefined ? 'true' : 'call.sectionId = :sectionId', { sectionId })
    .orderBy('call.place', 'DESC')
    .getOne();
  return call !== null && (await isUsed(manager, call.id)) ? null : call;
}

async function isUsed(manager: EntityManager, callId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM decision WHERE call_id = $1', [callId]);
  return rows.length > 0;
}

/** Its place is given by the database. */
export type NewCall = Omit<ObjectionCallEntity, 'place'>;

export async function toCallView(manager: EntityManager, call: NewCall): Promise<ObjectionCallView> {
  const { id, itemId, sectionId, openedAt, closesAt, stoppedAt, seq, hash, objectingCentreId } = call;
  const centres: { code: string }[] = objectingCentreId === null ? [] : await manager.query('SELECT code FROM centre WHERE id = $1', [objectingCentreId]);
  return {
    id,
    itemId,
    sectionId,
    openedAt: openedAt.toISOString(),
    closesAt: closesAt.toISOString(),
    stoppedAt: stoppedAt?.toISOString() ?? null,
    objectingCentre: centres[0]?.code ?? null,
    seq,
    hash,
  };
}
