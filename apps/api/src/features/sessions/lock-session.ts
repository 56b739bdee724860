import { mayRunSession } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { demand, found } from '../../platform/errors/problem-error.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { SessionEntity } from './session.entity.js';

/**
 * What happens in a session happens one after the other: every command holds its row until it has committed. The locks of
 * sections come before it, that of the ledger after it.
 */
export async function lockSession(manager: EntityManager, { forumId }: Performer, id: string): Promise<SessionEntity> {
  return found(await manager.getRepository(SessionEntity).findOne({ where: { id, forumId }, lock: { mode: 'for_no_key_update' } }));
}

/** The same, for whoever holds the chair. */
export async function lockAsChair(manager: EntityManager, by: Performer, id: string): Promise<SessionEntity> {
  const session = await lockSession(manager, by, id);
  if (by.kind === 'mandate') demand(mayRunSession(by.actor, session.chairMandateId));
  return session;
}

/** The same, with an item of its agenda as it stands under the lock. */
export async function lockItemAsChair(manager: EntityManager, by: Performer, itemId: string): Promise<{ session: SessionEntity; item: AgendaItemEntity }> {
  const items = manager.getRepository(AgendaItemEntity);
  const { sessionId } = found(await items.findOneBy({ id: itemId }));
  const session = await lockAsChair(manager, by, sessionId);
  return { session, item: found(await items.findOneBy({ id: itemId })) };
}
