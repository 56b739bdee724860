import { randomUUID } from 'node:crypto';
import type { Correction, DecisionView, RecordDecision, SectionView } from '@expert-forum/contracts';
import { LIMITS, mayRecordAgreement, mayReopen, textDifference } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { demand, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner, type LedgerEntry } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import type { CommittedText } from '../drafting/store/committed-texts.js';
import { paragraphsOf } from '../revisions/paragraphs-of.js';
import { Revisions } from '../revisions/revisions.js';
import type { AgendaItemEntity } from './agenda-item.entity.js';
import type { DecisionEntity } from './decision.entity.js';
import { toDecisionView, type NewDecision } from './decision.presenter.js';
import { sectionFacts } from './sections-of-items.js';
import { SessionTable } from './session-table.js';

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
    private readonly phases: DecidedPhases,
    private readonly revisions: Revisions,
    private readonly table: SessionTable,
  ) {}

  async record(by: Performer, { callId, seq, hash, isAdReferendum = false, text }: RecordDecision): Promise<DecisionView> {
    const { sectionId, itemId } = await this.commands.read((manager) => this.table.call(manager, callId));
    const lock = await this.commands.read((manager) => this.phases.lockOf(manager, by.forumId, sectionId));
    await this.table.beat();
    return this.commands.run(by, [lock], async (manager) => {
      const { session, item } = await this.table.lockItemAsChair(manager, by, itemId);
      const subject = await this.subject(manager, by, item, sectionId);
      await this.demandAgreement(manager, { session: session.state, callId, seen: { seq, hash } }, subject);
      await this.table.demandNoRunningCall(manager, session.id, this.clock.now());
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
    const mistaken = await this.commands.read((manager) => this.table.decision(manager, decisionId));
    const lock = await this.commands.read((manager) => this.phases.lockOf(manager, by.forumId, mistaken.sectionId));
    await this.table.beat();
    return this.commands.run(by, [lock], async (manager) => {
      const session = await this.table.lockAsChair(manager, by, sessionId);
      await this.table.demandNoRunningCall(manager, sessionId, this.clock.now());
      const item = await this.itemToCorrect(manager, sessionId, mistaken);
      const subject = await this.subject(manager, by, item, mistaken.sectionId);
      const isLatest = await this.table.isLatestDecision(manager, mistaken);
      demand(mayReopen({ session: session.state, kind: mistaken.kind, isLatest, section: sectionFacts(subject.section) }, to));
      await this.phases.decide(manager, subject.section, to);
      const columns = { sessionId, kind: 'reopened', callId: null, revisionId: null, text: text ?? null, corrects: mistaken.id } as const;
      const decision = await this.write(manager, subject, columns);
      if (item.state === 'decided') await this.table.setItemState(manager, item.id, 'pending');
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
    const newest = await this.table.newestCall(manager, item, section.id);
    const call = newest?.id === callId ? newest : null;
    const isOfItem = await this.table.hasSection(manager, item, section.id);
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
      centresPresent: await this.table.present(manager, columns.sessionId),
    };
    await this.table.keepDecision(manager, decision);
    return decision;
  }

  /** An item with nothing left to agree leaves the table. */
  private async settleItem(manager: EntityManager, item: AgendaItemEntity): Promise<void> {
    const sectionIds = await this.table.sectionsOf(manager, item);
    if (await this.phases.areAgreed(manager, sectionIds)) await this.table.setItemState(manager, item.id, 'decided');
  }

  /** In its own session a decision is corrected under its own item, in a later one under the item on the table. */
  private async itemToCorrect(manager: EntityManager, sessionId: string, mistaken: DecisionEntity): Promise<AgendaItemEntity> {
    if (mistaken.sessionId === sessionId) return this.table.item(manager, mistaken.itemId);
    const active = await this.table.activeItem(manager, sessionId);
    if (active === null || !(await this.table.hasSection(manager, active, mistaken.sectionId))) throw new ProblemException('item-without-section');
    return active;
  }
}

function entryOf(verb: string, decision: NewDecision, { documentId }: SectionView, more: LedgerEntry['payload'] = {}): LedgerEntry {
  const { id, sessionId, itemId, sectionId, kind, seq, hash, revisionId, centresPresent, text } = decision;
  const object = { session: sessionId, item: itemId, document: documentId, section: sectionId, decision: id };
  return { verb, object, payload: { kind, seq, hash, revision: revisionId, centresPresent, text, ...more } };
}
