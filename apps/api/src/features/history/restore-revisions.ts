import { contentHash, judgeUpdate, replicaOf, restoreText, SCHEMA_VERSION, type NodeJson } from '@expert-forum/collab';
import type { RestoredView } from '@expert-forum/contracts';
import { mayBringBack, mayReadHistory, type RevisionKind } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { demand, found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { SectionLogs } from '../drafting/store/section-logs.js';
import { Revisions } from '../revisions/revisions.js';
import { HistoryAccess } from './history-access.js';

interface Former {
  readonly kind: RevisionKind;
  readonly name: string;
  readonly document: NodeJson;
  readonly hash: string;
}

/**
 * Makes a text say again what a revision says (HI9 to HI11): the revision of the text as it was, one further row of the log and the
 * row of the ledger are one transaction that has the section to itself. Screens hear of the row as of any other.
 */
@Injectable()
export class RestoreRevisions {
  constructor(
    private readonly commands: CommandRunner,
    private readonly access: HistoryAccess,
    private readonly revisions: Revisions,
    private readonly logs: SectionLogs,
    private readonly doorbell: Doorbell,
  ) {}

  async restore(by: MandatePerformer, sectionId: string, revisionId: string): Promise<RestoredView> {
    const lock = await this.commands.read((manager) => this.access.lockOf(manager, by, sectionId));
    const restored = await this.commands.run(by, [lock], async (manager) => {
      const { section, ...ties } = await this.access.section(by, sectionId, manager);
      demand(mayReadHistory(by.actor, ties));
      const former = await formerText(manager, sectionId, revisionId);
      demand(mayBringBack(by.actor, former.kind, { ...ties, phase: section.phase }));
      const { mandateId } = by.actor;
      const { epoch, seq: seqBefore, hash } = await this.revisions.textAtHead(manager, sectionId);
      if (hash === former.hash) throw new ProblemException('text-already-so');
      const revisionBefore = await this.revisions.keepIfNew(manager, sectionId, { kind: 'restore', name: former.name, mandateId });
      const lease = await this.logs.leaseOnCommand(manager, { sectionId, epoch }, mandateId);
      const rows = await this.logs.written(manager, sectionId);
      const seq = seqBefore + 1;
      await this.logs.append(manager, { sectionId, epoch, seq, lease, body: updateTo(former, rows.map(({ body }) => body), lease) });
      const object = { document: section.documentId, section: sectionId, revision: revisionId };
      const payload = { name: former.name, hash: former.hash, seqBefore, seq, revisionBefore };
      return { value: { seq, revisionBefore }, entry: { verb: 'text:restored', object, payload } };
    });
    this.doorbell.ring('text', String(lock.key), String(restored.seq));
    return restored;
  }
}

async function formerText(manager: EntityManager, sectionId: string, revisionId: string): Promise<Former> {
  const rows: Former[] = await manager.query('SELECT kind, name, document, hash FROM revision WHERE id = $1 AND section_id = $2', [revisionId, sectionId]);
  return found(rows[0]);
}

/** Judged by the gates that every update passes, and by the hash of what it has to lead to. */
function updateTo({ document, hash }: Former, log: readonly Uint8Array[], lease: number): Uint8Array {
  const text = replicaOf(log, { gc: false });
  const bytes = restoreText(text, lease, document);
  if (bytes === null || contentHash(text) !== hash) throw new Error('the text does not become that of the revision');
  const judgement = judgeUpdate(replicaOf(log, { gc: true }), { bytes, lease, schema: SCHEMA_VERSION });
  if (!judgement.ok) throw new ProblemException(judgement.problem);
  return bytes;
}
