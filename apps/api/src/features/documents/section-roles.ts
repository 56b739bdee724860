import { actsForCentre, isInForce, mayPerform, transition, type Phase } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { demand, found, ProblemException, valueOf } from '../../platform/errors/problem-error.js';
import { CommandRunner, type Outcome } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { findMandates, type FoundMandate } from '../people/find-mandates.js';
import { getMember } from '../people/get-member.js';
import { Revisions } from '../revisions/revisions.js';
import { DrafterEntity } from './drafter.entity.js';
import { SectionEntity } from './section.entity.js';

/**
 * What decides who may type: phase, drafters, rapporteur. Every change has the section to itself, so that text committed
 * before it stands and everything after is judged by it (R14).
 */
@Injectable()
export class SectionRoles {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly revisions: Revisions,
  ) {}

  changePhase(by: Performer, sectionId: string, to: Phase, reason?: string): Promise<void> {
    if (by.kind === 'mandate') demand(mayPerform('change-phase', by.actor.role, { isOwn: true }));
    return this.change(by, sectionId, async (manager, section) => {
      demandText(section);
      const phase = valueOf(transition({ phase: section.phase, openBrackets: 0, blockingPositions: 0 }, to, 'act'));
      const phaseChangedAt = this.clock.now();
      const revision = await this.revisions.keepIfNew(manager, sectionId, { kind: 'phase', name: phase, mandateId: mandateOf(by) });
      await manager.getRepository(SectionEntity).update({ id: sectionId }, { phase, phaseChangedAt });
      const payload = { from: section.phase, to: phase, at: phaseChangedAt.toISOString(), ...(reason !== undefined && { reason }), ...(revision !== null && { revision }) };
      return { value: undefined, entry: { verb: 'phase:changed', object: objectOf(section), payload } };
    });
  }

  nameDrafter(by: Performer, sectionId: string, mandateId: string): Promise<void> {
    demandNaming(by);
    return this.change(by, sectionId, async (manager, section) => {
      demandText(section);
      const mandate = await this.mandateInForce(manager, by, mandateId);
      if (!actsForCentre(mandate.role)) throw new ProblemException('drafter-unfit');
      const drafters = manager.getRepository(DrafterEntity);
      if (await drafters.existsBy({ sectionId, mandateId })) throw new ProblemException('drafter-named');
      await drafters.insert({ sectionId, mandateId });
      return { value: undefined, entry: { verb: 'drafter:named', object: { ...objectOf(section), mandate: mandateId }, payload: {} } };
    });
  }

  removeDrafter(by: Performer, sectionId: string, mandateId: string): Promise<void> {
    demandNaming(by);
    return this.change(by, sectionId, async (manager, section) => {
      const { affected } = await manager.getRepository(DrafterEntity).delete({ sectionId, mandateId });
      if (affected !== 1) throw new ProblemException('not-found');
      return { value: undefined, entry: { verb: 'drafter:removed', object: { ...objectOf(section), mandate: mandateId }, payload: {} } };
    });
  }

  setRapporteur(by: Performer, sectionId: string, mandateId: string): Promise<void> {
    demandNaming(by);
    return this.change(by, sectionId, async (manager, section) => {
      const mandate = await this.mandateInForce(manager, by, mandateId);
      if (mandate.role !== 'rapporteur') throw new ProblemException('rapporteur-unfit');
      await manager.getRepository(SectionEntity).update({ id: sectionId }, { rapporteurMandateId: mandateId });
      return { value: undefined, entry: { verb: 'rapporteur:set', object: { ...objectOf(section), mandate: mandateId }, payload: {} } };
    });
  }

  private async change(
    by: Performer,
    sectionId: string,
    work: (manager: EntityManager, section: SectionEntity) => Promise<Outcome<undefined>>,
  ): Promise<void> {
    const channels = await this.commands.read((manager) => channelsUnder(manager, by.forumId, sectionId));
    const locks = channels.map((channel) => ({ of: 'section', key: channel, mode: 'exclusive' }) as const);
    await this.commands.run(by, locks, async (manager) => {
      const section = found(await manager.getRepository(SectionEntity).findOneBy({ id: sectionId }));
      if (section.removedAt !== null) throw new ProblemException('section-removed');
      return work(manager, section);
    });
  }

  private async mandateInForce(manager: EntityManager, by: Performer, id: string): Promise<FoundMandate> {
    const [mandate] = await findMandates(manager, { id });
    if (mandate?.forumId !== by.forumId) throw new ProblemException('not-found');
    if (!isInForce(mandate, this.clock.now())) throw new ProblemException('mandate-not-held');
    if ((await getMember(manager, by, mandate.memberId)).suspendedAt !== null) throw new ProblemException('member-suspended');
    return mandate;
  }
}

/** The section's own and, under a chapter, those of its sections: a rapporteur of a chapter is theirs too. */
async function channelsUnder(manager: EntityManager, forumId: string, sectionId: string): Promise<number[]> {
  const rows: { channel: number }[] = await manager.query(
    `SELECT channel FROM section JOIN document ON document.id = document_id
      WHERE forum_id = $1 AND (section.id = $2 OR parent_id = $2)`,
    [forumId, sectionId],
  );
  if (rows.length === 0) throw new ProblemException('not-found');
  return rows.map(({ channel }) => channel);
}

function demandText({ parentId }: SectionEntity): void {
  if (parentId === null) throw new ProblemException('chapter-without-text');
}

function demandNaming(by: Performer): void {
  if (by.kind === 'mandate') demand(mayPerform('name-drafters', by.actor.role, { isOwn: true }));
}

const mandateOf = (by: Performer): string | null => (by.kind === 'mandate' ? by.actor.mandateId : null);

const objectOf = ({ id, documentId }: SectionEntity): Record<string, string> => ({ document: documentId, section: id });
