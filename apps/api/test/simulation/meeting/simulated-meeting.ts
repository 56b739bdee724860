import { Objections } from '../../../src/features/sessions/objections.js';
import { RecordDecisions } from '../../../src/features/sessions/record-decisions.js';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import type { MemoryCommands } from '../database/memory-commands.js';
import type { SimulatedDatabase } from '../database/simulated-database.js';
import type { Ask } from '../discussion/memory-threads.js';
import { MemoryPhases } from './memory-phases.js';
import { MemoryRevisions, MemoryTexts } from './memory-revisions.js';
import { MemoryTable } from './memory-table.js';

/** What records decisions; a mutant has other parts. */
export interface MeetingParts {
  makeRevisions(...parts: ConstructorParameters<typeof MemoryRevisions>): MemoryRevisions;
  makeDecisions(...parts: ConstructorParameters<typeof RecordDecisions>): RecordDecisions;
}

export const REAL_MEETING: MeetingParts = {
  makeRevisions: (...parts) => new MemoryRevisions(...parts),
  makeDecisions: (...parts) => new RecordDecisions(...parts),
};

/** The real calls and decisions of one node, on a session in memory. */
export class SimulatedMeeting {
  readonly objections: Objections;
  readonly decisions: RecordDecisions;

  constructor(parts: MeetingParts, database: SimulatedDatabase, ask: Ask, commands: MemoryCommands) {
    const [clock, phases, table] = [new SystemClock(), new MemoryPhases(database, ask), new MemoryTable(database, ask)];
    const revisions = parts.makeRevisions(database, ask, new MemoryTexts(database, ask));
    this.objections = new Objections(commands, clock, phases, revisions, table);
    this.decisions = parts.makeDecisions(commands, clock, phases, revisions, table);
  }
}
