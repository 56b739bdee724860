import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerEntry } from './ledger-entry.js';
import type { Performer } from './performer.js';

/** A command that has changed what it changes and is about to be written into the ledger. */
export interface Cause {
  readonly by: Performer;
  readonly entry: LedgerEntry;
  readonly at: Date;
}

/** Writes what was prepared, under the number that the row of the ledger gets. */
type Write = (seq: number) => Promise<void>;

/** Looks at what a command did; null: nothing follows. The ledger is not locked yet: what takes time belongs here. */
type Consequence = (manager: EntityManager, cause: Cause) => Promise<Write | null>;

/** What else has to be stored with a command, in its own transaction, without the command knowing. */
@Injectable()
export class Consequences {
  private readonly all: Consequence[] = [];

  add(consequence: Consequence): void {
    this.all.push(consequence);
  }

  async prepare(manager: EntityManager, cause: Cause): Promise<Write> {
    const writes: Write[] = [];
    for (const consequence of this.all) {
      const write = await consequence(manager, cause);
      if (write !== null) writes.push(write);
    }
    return async (seq) => {
      for (const write of writes) await write(seq);
    };
  }
}
