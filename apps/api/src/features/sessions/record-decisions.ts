import { randomUUID } from 'node:crypto';
import type { Correction, DecisionView, RecordDecision, SectionView } from '@expert-forum/contracts';
import { LIMITS, mayRecordAgreement, mayReopen, textDifference } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { demand, found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner, type LedgerEntry } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import type { CommittedText } from '../drafting/store/committed-texts.js';
import { paragraphsOf } from '../revisions/paragraphs-of.js';
import { Revisions } from '../revisions/revisions.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { Attendance } from './attendance.js';
import { DecisionEntity } from './decision.entity.js';
import { toDecisionView, type NewDecision } from './decision.presenter.js';
import { demandNoRunningCall, newestCall } from './find-calls.js';
import { lockAsChair, lockItemAsChair } from './lock-session.js';
import { ObjectionCallEntity } from './objection-call.entity.js';
import { hasSection, sectionFacts, sectionsOfItems } from './sections-of-items.js';

/** What a decision settles or reopens, and where it stands in the agenda. */
interface Subject {
  readonly item: AgendaItemEntity;
  readonly section: SectionView;
  readonly head: CommittedText;
}

/**
 * Decisions about the text of a section. Phase, revision, decision and the row of the ledger are one transaction that has the
 * section to itself: what was typed before it is in the revision, what comes later is refused and lands in its author's tray.
 */
@Injectable()
export class RecordDecisions {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly attendance: Attendance,
    private readonly phases: DecidedPhases,
    private readonly revisions: Revisions,
  ) {}

  async record(by: Performer, { callId, seq, hash, isAdReferendum = false, text }: RecordDecision): Promise<DecisionView> {
    const { sectionId, itemId } = await this.commands.read(async (manager) => found(await manager.getRepository(ObjectionCallEntity).findOneBy({ id: callId })));
    const lock = await this.commands.read((manager) => this.phases.lockOf(manager, by.forumId, sectionId));
    await this.attendance.beat();
    return this.commands.run(by, [lock], async (manager) => {
      const { session, item } = await lockItemAsChair(manager, by, itemId);
      const subject = await this.subject(manager, by, item, sectionId);
      await this.demandAgreement(manager, { session: session.state, callId, seen: { seq, hash } }, subject);
      await demandNoRunningCall(manager, session.id, this.clock.now());
      const kind = isAdReferendum ? 'agreed_ad_referendum' : 'agreed';
      await this.phases.decide(manager, subject.section, 'agreed', { isAdReferendum });
      const name = `${subject.section.number} ${kind} ${this.clock.now().toISOString().slice(0, 10)}`;
      const revisionId = await this.revisions.keep(manager, subject.head, { kind: 'decision', name });
      const decision = await this.write(manager, subject, { sessionId: session.id, kind, callId, revisionId, text: text ?? null, corrects: null });
      await this.settleItem(manager, item);
      return { value: toDecisionView(decision), entry: entryOf('decision:recorded', decision, subject.section) };
    });
  }

  /** A mistake is corrected by a further decision; the first one stands in the minutes for ever. */
  async correct(by: Performer, sessionId: string, { decisionId, to, text }: Correction): Promise<DecisionView> {
    const mistaken = await this.commands.read(async (manager) => found(await manager.getRepository(DecisionEntity).findOneBy({ id: decisionId })));
    const lock = await this.commands.read((manager) => this.phases.lockOf(manager, by.forumId, mistaken.sectionId));
    await this.attendance.beat();
    return this.commands.run(by, [lock], async (manager) => {
      const session = await lockAsChair(manager, by, sessionId);
      await demandNoRunningCall(manager, sessionId, this.clock.now());
      const item = await this.itemToCorrect(manager, sessionId, mistaken);
      const subject = await this.subject(manager, by, item, mistaken.sectionId);
      const isLatest = await isLatestDecision(manager, mistaken);
      demand(mayReopen({ session: session.state, kind: mistaken.kind, isLatest, section: sectionFacts(subject.section) }, to));
      await this.phases.decide(manager, subject.section, to);
      const columns = { sessionId, kind: 'reopened', callId: null, revisionId: null, text: text ?? null, corrects: mistaken.id } as const;
      const decision = await this.write(manager, subject, columns);
      if (item.state === 'decided') await manager.getRepository(AgendaItemEntity).update({ id: item.id }, { state: 'pending' });
      return { value: toDecisionView(decision), entry: entryOf('decision:corrected', decision, subject.section, { to, corrects: mistaken.id }) };
    });
  }

  private async subject(manager: EntityManager, by: Performer, item: AgendaItemEntity, sectionId: string): Promise<Subject> {
    const section = await this.phases.section(manager, by.forumId, sectionId);
    return { item, section, head: await this.revisions.textAtHead(manager, sectionId) };
  }

  private async demandAgreement(
    manager: EntityManager,
    { session, callId, seen }: Pick<Parameters<typeof mayRecordAgreement>[0], 'session' | 'seen'> & { callId: string },
    { item, section, head }: Subject,
  ): Promise<void> {
    const newest = await newestCall(manager, item, section.id);
    const call = newest?.id === callId ? newest : null;
    const isOfItem = await hasSection(manager, item, section.id);
    const facts = { session, item: item.state, hasSection: isOfItem, section: sectionFacts(section), call, at: this.clock.now(), seen, head };
    const verdict = mayRecordAgreement(facts);
    if (verdict.ok || verdict.problem !== 'text-moved' || call === null) return demand(verdict);
    const difference = textDifference(paragraphsOf(call.document), paragraphsOf(head.document)).slice(0, LIMITS.session.shownDifferences);
    throw new ProblemException('text-moved', { ...(verdict.params && { params: verdict.params }), difference });
  }

  private async write(
    manager: EntityManager,
    { item, section, head }: Subject,
    columns: Pick<DecisionEntity, 'sessionId' | 'kind' | 'callId' | 'revisionId' | 'text' | 'corrects'>,
  ): Promise<NewDecision> {
    const decision: NewDecision = {
      ...columns,
      id: randomUUID(),
      itemId: item.id,
      sectionId: section.id,
      sectionNumber: section.number,
      sectionTitle: section.title,
      at: this.clock.now(),
      seq: head.seq,
      hash: head.hash,
      centresPresent: await this.attendance.present(manager, columns.sessionId),
    };
    await manager.getRepository(DecisionEntity).insert(decision);
    return decision;
  }

  /** An item with nothing left to agree leaves the table. */
  private async settleItem(manager: EntityManager, { id, sessionId }: AgendaItemEntity): Promise<void> {
    const sectionIds = (await sectionsOfItems(manager, sessionId)).get(id) ?? [];
    if (await this.phases.areAgreed(manager, sectionIds)) await manager.getRepository(AgendaItemEntity).update({ id }, { state: 'decided' });
  }

  /** In its own session a decision is corrected under its own item, in a later one under the item on the table. */
  private async itemToCorrect(manager: EntityManager, sessionId: string, mistaken: DecisionEntity): Promise<AgendaItemEntity> {
    const items = manager.getRepository(AgendaItemEntity);
    if (mistaken.sessionId === sessionId) return found(await items.findOneBy({ id: mistaken.itemId }));
    const active = await items.findOneBy({ sessionId, state: 'active' });
    if (active === null || !(await hasSection(manager, active, mistaken.sectionId))) throw new ProblemException('item-without-section');
    return active;
  }
}

async function isLatestDecision(manager: EntityManager, { sectionId, place }: DecisionEntity): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM decision WHERE section_id = $1 AND place > $2 LIMIT 1', [sectionId, place]);
  return rows.length === 0;
}

function entryOf(verb: string, decision: NewDecision, { documentId }: SectionView, more: LedgerEntry['payload'] = {}): LedgerEntry {
  const { id, sessionId, itemId, sectionId, kind, seq, hash, revisionId, centresPresent, text } = decision;
  const object = { session: sessionId, item: itemId, document: documentId, section: sectionId, decision: id };
  return { verb, object, payload: { kind, seq, hash, revision: revisionId, centresPresent, text, ...more } };
}
