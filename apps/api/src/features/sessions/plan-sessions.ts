import { randomUUID } from 'node:crypto';
import type { AgendaItemInput, PlanSession, SessionPlan } from '@expert-forum/contracts';
import { judgeAgenda, mayEditSession, mayPerform } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { demand, ProblemException, valueOf } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer, Performer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import { AgendaItemSectionEntity } from './agenda-item-section.entity.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { lockSession } from './lock-session.js';
import { sectionsOfItems } from './sections-of-items.js';
import { SessionEntity } from './session.entity.js';

/** What is known of a session before it opens: when, where, and what it will speak about. */
@Injectable()
export class PlanSessions {
  constructor(
    private readonly commands: CommandRunner,
    private readonly phases: DecidedPhases,
  ) {}

  /** Whoever plans it holds the chair until somebody takes it over. */
  plan(by: MandatePerformer, session: PlanSession): Promise<{ id: string }> {
    return this.planFor(by, by.actor.mandateId, session);
  }

  planFor(by: Performer, chairMandateId: string, { items = [], ...plan }: PlanSession): Promise<{ id: string }> {
    if (by.kind === 'mandate') demand(mayPerform('run-session', by.actor.role, { isOwn: true }));
    return this.commands.run(by, [], async (manager) => {
      const id = randomUUID();
      const { forumId } = by;
      const start = { state: 'planned', openedAt: null, closedAt: null } as const;
      await manager.getRepository(SessionEntity).insert({ ...columnsOf(plan), ...start, id, forumId, chairMandateId });
      await this.writeAgenda(manager, by, id, items);
      return { value: { id }, entry: { verb: 'session:planned', object: { session: id }, payload: { ...plan, items: items.length } } };
    });
  }

  edit(by: Performer, sessionId: string, plan: SessionPlan): Promise<void> {
    return this.commands.run(by, [], async (manager) => {
      await this.lockToEdit(manager, by, sessionId);
      await manager.getRepository(SessionEntity).update({ id: sessionId }, columnsOf(plan));
      return { value: undefined, entry: { verb: 'session:edited', object: { session: sessionId }, payload: { ...plan } } };
    });
  }

  setAgenda(by: Performer, sessionId: string, items: readonly AgendaItemInput[]): Promise<void> {
    return this.commands.run(by, [], async (manager) => {
      await this.lockToEdit(manager, by, sessionId);
      await this.writeAgenda(manager, by, sessionId, items);
      const payload = { items: items.map(({ title, minutes, sectionIds }) => ({ title, minutes, sectionIds })) };
      return { value: undefined, entry: { verb: 'agenda:set', object: { session: sessionId }, payload } };
    });
  }

  private async lockToEdit(manager: EntityManager, by: Performer, sessionId: string): Promise<void> {
    const session = await lockSession(manager, by, sessionId);
    if (by.kind === 'mandate') demand(mayEditSession(by.actor, session));
  }

  private async writeAgenda(manager: EntityManager, by: Performer, sessionId: string, items: readonly AgendaItemInput[]): Promise<void> {
    const current = await manager.getRepository(AgendaItemEntity).findBy({ sessionId });
    const sections = await sectionsOfItems(manager, sessionId);
    const planned = current.map(({ id, activatedAt }) => ({ id, wasOnTable: activatedAt !== null, sectionIds: sections.get(id) ?? [] }));
    valueOf(judgeAgenda(planned, items));
    const known = new Set([...sections.values()].flat());
    const added = new Set(items.flatMap(({ sectionIds }) => sectionIds).filter((id) => !known.has(id)));
    await this.phases.demandSections(manager, by.forumId, [...added]);
    const kept = new Set(items.flatMap(({ id }) => id ?? []));
    for (const { id } of current) if (!kept.has(id)) await manager.getRepository(AgendaItemEntity).delete({ id });
    for (const [position, item] of items.entries()) await writeItem(manager, sessionId, position, item);
  }
}

async function writeItem(manager: EntityManager, sessionId: string, position: number, { id, title, minutes, sectionIds }: AgendaItemInput): Promise<void> {
  const items = manager.getRepository(AgendaItemEntity);
  const itemId = id ?? randomUUID();
  if (id === undefined) await items.insert({ id: itemId, sessionId, position, title, minutes, state: 'pending', activatedAt: null, outcome: null });
  else await items.update({ id }, { position, title, minutes });
  const links = manager.getRepository(AgendaItemSectionEntity);
  await links.delete({ itemId });
  if (sectionIds.length > 0) await links.insert(sectionIds.map((sectionId, place) => ({ itemId, sectionId, position: place })));
}

function columnsOf({ title, place, startsAt, endsAt }: SessionPlan): Pick<SessionEntity, 'title' | 'place' | 'startsAt' | 'endsAt'> {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  if (end <= start) throw new ProblemException('dates-reversed');
  return { title, place: place ?? null, startsAt: start, endsAt: end };
}
