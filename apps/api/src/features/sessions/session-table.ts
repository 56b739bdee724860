import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { found } from '../../platform/errors/problem-error.js';
import type { Performer } from '../../platform/ledger/performer.js';
import type { CommittedText } from '../drafting/store/committed-texts.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { Attendance } from './attendance.js';
import { DecisionEntity } from './decision.entity.js';
import type { NewDecision } from './decision.presenter.js';
import { demandNoRunningCall, newestCall, type NewCall } from './find-calls.js';
import { lockAsChair, lockItemAsChair } from './lock-session.js';
import { ObjectionCallEntity } from './objection-call.entity.js';
import { hasSection, sectionsOfItems } from './sections-of-items.js';
import type { SessionEntity } from './session.entity.js';

type Item = Pick<AgendaItemEntity, 'id' | 'sessionId'>;
type CallPlace = Pick<ObjectionCallEntity, 'sessionId' | 'itemId' | 'sectionId' | 'openedAt' | 'closesAt'>;

/** The table of a session as calls and decisions find it and leave it, and the centres that sit at it. */
@Injectable()
export class SessionTable {
  constructor(private readonly attendance: Attendance) {}

  /** @throws `not-found` */
  async call(manager: EntityManager, id: string): Promise<Pick<ObjectionCallEntity, 'itemId' | 'sectionId'>> {
    return found(await manager.getRepository(ObjectionCallEntity).findOneBy({ id }));
  }

  /** @throws `not-found` */
  async decision(manager: EntityManager, id: string): Promise<DecisionEntity> {
    return found(await manager.getRepository(DecisionEntity).findOneBy({ id }));
  }

  lockAsChair(manager: EntityManager, by: Performer, sessionId: string): Promise<SessionEntity> {
    return lockAsChair(manager, by, sessionId);
  }

  lockItemAsChair(manager: EntityManager, by: Performer, itemId: string): Promise<{ session: SessionEntity; item: AgendaItemEntity }> {
    return lockItemAsChair(manager, by, itemId);
  }

  demandNoRunningCall(manager: EntityManager, sessionId: string, now: Date): Promise<void> {
    return demandNoRunningCall(manager, sessionId, now);
  }

  newestCall(manager: EntityManager, item: AgendaItemEntity, sectionId: string): Promise<ObjectionCallEntity | null> {
    return newestCall(manager, item, sectionId);
  }

  hasSection(manager: EntityManager, item: Item, sectionId: string): Promise<boolean> {
    return hasSection(manager, item, sectionId);
  }

  async sectionsOf(manager: EntityManager, { id, sessionId }: Item): Promise<string[]> {
    return (await sectionsOfItems(manager, sessionId)).get(id) ?? [];
  }

  /** @throws `not-found` */
  async item(manager: EntityManager, id: string): Promise<AgendaItemEntity> {
    return found(await manager.getRepository(AgendaItemEntity).findOneBy({ id }));
  }

  activeItem(manager: EntityManager, sessionId: string): Promise<AgendaItemEntity | null> {
    return manager.getRepository(AgendaItemEntity).findOneBy({ sessionId, state: 'active' });
  }

  async setItemState(manager: EntityManager, id: string, state: AgendaItemEntity['state']): Promise<void> {
    await manager.getRepository(AgendaItemEntity).update({ id }, { state });
  }

  /** Was nothing decided about the section since? */
  async isLatestDecision(manager: EntityManager, { sectionId, place }: DecisionEntity): Promise<boolean> {
    const rows: unknown[] = await manager.query('SELECT FROM decision WHERE section_id = $1 AND place > $2 LIMIT 1', [sectionId, place]);
    return rows.length === 0;
  }

  async keepDecision(manager: EntityManager, decision: NewDecision): Promise<void> {
    await manager.getRepository(DecisionEntity).insert(decision);
  }

  async keepCall(manager: EntityManager, place: CallPlace, { seq, hash, document }: CommittedText): Promise<NewCall> {
    const call = { ...place, id: randomUUID(), seq, hash, document, stoppedAt: null, objectingCentreId: null };
    await manager.query(
      `INSERT INTO objection_call (id, session_id, item_id, section_id, opened_at, closes_at, seq, hash, document)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [call.id, call.sessionId, call.itemId, call.sectionId, call.openedAt, call.closesAt, seq, hash, JSON.stringify(document)],
    );
    return call;
  }

  /** Everybody who is connected to this node is still there. */
  beat(): Promise<void> {
    return this.attendance.beat();
  }

  /** Codes of the centres that are in the room now. */
  present(manager: EntityManager, sessionId: string): Promise<string[]> {
    return this.attendance.present(manager, sessionId);
  }
}
