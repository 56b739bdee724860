import type { NewPublication } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lock } from '../../platform/database/locks.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import { Revisions } from '../revisions/revisions.js';
import { digestOf, type SelectedSection } from './publication-content.js';
import { SealedPublications } from './sealed-publications.js';
import { SelectSections } from './select-sections.js';

/**
 * Seals what was previewed: revisions, phases, the signed content and the row of the ledger are one transaction that has every
 * section of it to itself. Nothing changes it afterwards; a mistake is mended by a further publication.
 */
@Injectable()
export class SealPublication {
  constructor(
    private readonly commands: CommandRunner,
    private readonly sections: SelectSections,
    private readonly revisions: Revisions,
    private readonly phases: DecidedPhases,
    private readonly sealed: SealedPublications,
  ) {}

  async seal(by: Performer, documentId: string, wanted: NewPublication): Promise<{ number: number; slug: string }> {
    if (wanted.confirmation !== wanted.slug) throw new ProblemException('confirmation-differs');
    const locks = await this.commands.read((manager) => sectionLocks(manager, by.forumId, documentId));
    return this.commands.run(by, locks, async (manager) => {
      await lockNumbers(manager, by.forumId);
      const selection = await this.sections.select(manager, by.forumId, documentId, wanted.keptBack);
      if (selection.selected.length === 0) throw new ProblemException('nothing-agreed');
      if (digestOf(selection.selected) !== wanted.digest) throw new ProblemException('preview-outdated');
      const { id, number, hash } = await this.sealed.add(manager, by, { documentId, selection, wanted });
      await this.settle(manager, id, number, selection.selected);
      return {
        value: { number, slug: wanted.slug },
        entry: { verb: 'publication:sealed', object: { publication: id, document: documentId }, payload: { number, slug: wanted.slug, hash } },
      };
    });
  }

  /** Each section keeps the revision that was published, and is published from now on. */
  private async settle(manager: EntityManager, publicationId: string, number: number, selected: readonly SelectedSection[]): Promise<void> {
    for (const { section, text } of selected) {
      const revisionId = await this.revisions.keep(manager, text, { kind: 'publication', name: `${section.number} published ${number}` });
      await manager.query('INSERT INTO publication_section (publication_id, section_id, revision_id) VALUES ($1, $2, $3)', [
        publicationId,
        section.id,
        revisionId,
      ]);
      if (section.phase === 'agreed') await this.phases.decide(manager, section, 'published');
    }
  }
}

async function sectionLocks(manager: EntityManager, forumId: string, documentId: string): Promise<Lock[]> {
  const rows: { channel: number }[] = await manager.query(
    'SELECT channel FROM section JOIN document ON document.id = document_id WHERE document_id = $1 AND forum_id = $2 AND removed_at IS NULL',
    [documentId, forumId],
  );
  return rows.map(({ channel }) => ({ of: 'section', key: channel, mode: 'exclusive' }));
}

/** Numbers are given one at a time. */
async function lockNumbers(manager: EntityManager, forumId: string): Promise<void> {
  await manager.query('SELECT FROM forum WHERE id = $1 FOR NO KEY UPDATE', [forumId]);
}
