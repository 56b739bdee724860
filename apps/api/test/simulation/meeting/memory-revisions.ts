import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LiveSection } from '../../../src/features/drafting/engine/live-section.js';
import { CommittedTexts, type CommittedText } from '../../../src/features/drafting/store/committed-texts.js';
import { Revisions } from '../../../src/features/revisions/revisions.js';
import { SystemClock } from '../../../src/platform/clock/clock.js';
import { managerOf } from '../database/memory-commands.js';
import type { SimulatedDatabase } from '../database/simulated-database.js';
import type { Ask } from '../discussion/memory-threads.js';

/** Texts as the log in memory has them. */
export class MemoryTexts extends CommittedTexts {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
  ) {
    super();
  }

  override atHead(_manager: EntityManager, sectionId: string): Promise<CommittedText> {
    return this.ask('read committed text', () => {
      const { channel, epoch } = this.database.sectionWith(sectionId);
      const text = LiveSection.load({ channel, epoch }, { snapshot: this.database.snapshot(channel, epoch), rows: this.database.log(channel, epoch) }, null).snapshot();
      return { sectionId, epoch, ...text };
    });
  }
}

export class MemoryRevisions extends Revisions {
  constructor(
    private readonly database: SimulatedDatabase,
    private readonly ask: Ask,
    texts: MemoryTexts,
  ) {
    super(new SystemClock(), texts);
  }

  override keep(manager: EntityManager, text: CommittedText): Promise<string> {
    const id = randomUUID();
    return this.ask('insert revision', () => {
      managerOf(manager).change(() => this.database.meeting.revisions.set(id, text));
      return id;
    });
  }
}
