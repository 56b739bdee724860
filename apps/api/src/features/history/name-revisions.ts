import { mayNameRevision } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { demand } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { Revisions } from '../revisions/revisions.js';
import { HistoryAccess } from './history-access.js';

/** Keeps the text as it stands under a name (HI4). */
@Injectable()
export class NameRevisions {
  constructor(
    private readonly commands: CommandRunner,
    private readonly access: HistoryAccess,
    private readonly revisions: Revisions,
  ) {}

  async name(by: MandatePerformer, sectionId: string, name: string): Promise<{ id: string }> {
    const lock = await this.commands.read((manager) => this.access.lockOf(manager, by, sectionId));
    return this.commands.run(by, [lock], async (manager) => {
      const { section, ...ties } = await this.access.section(by, sectionId, manager);
      demand(mayNameRevision(by.actor, ties));
      const text = await this.revisions.textAtHead(manager, sectionId);
      const id = await this.revisions.keep(manager, text, { kind: 'named', name, mandateId: by.actor.mandateId });
      const object = { document: section.documentId, section: sectionId, revision: id };
      return { value: { id }, entry: { verb: 'revision:named', object, payload: { name, seq: text.seq, hash: text.hash } } };
    });
  }
}
