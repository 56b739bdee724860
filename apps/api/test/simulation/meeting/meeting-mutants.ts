import type { DecisionView, RecordDecision } from '@expert-forum/contracts';
import type { EntityManager } from 'typeorm';
import type { CommittedText } from '../../../src/features/drafting/store/committed-texts.js';
import { RecordDecisions } from '../../../src/features/sessions/record-decisions.js';
import type { Performer } from '../../../src/platform/ledger/performer.js';
import { MemoryManager } from '../database/memory-commands.js';
import type { Mutant } from '../mutant.js';
import { MemoryRevisions } from './memory-revisions.js';

/** Agrees to whatever is there: takes it that this was asked about, and that the chair has seen it. */
class WordsNotCompared extends RecordDecisions {
  constructor(...parts: ConstructorParameters<typeof RecordDecisions>) {
    super(...parts);
    [this.runner, , , this.texts, this.seat] = parts;
  }

  private readonly runner: ConstructorParameters<typeof RecordDecisions>[0];
  private readonly texts: ConstructorParameters<typeof RecordDecisions>[3];
  private readonly seat: ConstructorParameters<typeof RecordDecisions>[4];

  override async record(by: Performer, decision: RecordDecision): Promise<DecisionView> {
    const call = await this.runner.read((manager) => this.seat.call(manager, decision.callId));
    const { seq, hash } = await this.runner.read((manager) => this.texts.textAtHead(manager, call.sectionId));
    Object.assign(call, { seq, hash });
    return super.record(by, { ...decision, seq, hash });
  }
}

/** Keeps the text that was there before the section was locked. */
class EarlyRevisions extends MemoryRevisions {
  private early: CommittedText | null = null;

  async look(sectionId: string): Promise<void> {
    this.early = await super.textAtHead(new MemoryManager({}), sectionId);
  }

  override textAtHead(manager: EntityManager, sectionId: string): Promise<CommittedText> {
    return this.early === null ? super.textAtHead(manager, sectionId) : Promise.resolve(this.early);
  }
}

class RevisionBeforeLock extends RecordDecisions {
  private readonly early: EarlyRevisions | null;

  constructor(
    ...[commands, clock, phases, revisions, sections]: ConstructorParameters<typeof RecordDecisions>
  ) {
    super(commands, clock, phases, revisions, sections);
    this.early = revisions instanceof EarlyRevisions ? revisions : null;
    this.callOf = (id) => commands.read((manager) => sections.call(manager, id));
  }

  private readonly callOf: (id: string) => Promise<{ readonly sectionId: string }>;

  override async record(by: Performer, decision: RecordDecision): Promise<DecisionView> {
    const { sectionId } = await this.callOf(decision.callId);
    await this.early?.look(sectionId);
    return super.record(by, decision);
  }
}

export const MEETING_MUTANTS: readonly Mutant[] = [
  {
    does: 'agrees without comparing the words',
    parts: { makeDecisions: (...parts) => new WordsNotCompared(...parts) },
    found: /what was agreed at \d+ is not what the chair saw/,
    seed: 29,
  },
  {
    does: 'reads the text of a decision before it has the lock',
    parts: { makeRevisions: (...parts) => new EarlyRevisions(...parts), makeDecisions: (...parts) => new RevisionBeforeLock(...parts) },
    found: /it was decided at \d+, where the log stands at \d+/,
    seed: 10,
  },
];
