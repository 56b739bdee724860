import { randomBytes, randomUUID } from 'node:crypto';
import type { LocalisedTitle, NewSection } from '@expert-forum/contracts';
import type { SeedBlock } from '@expert-forum/collab';
import { shortId, type Phase } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { SectionTextSeeder } from '../drafting/store/section-text-seeder.js';
import { DocumentEntity } from './document.entity.js';
import { chapterOf, demandOutlineRight, liveSection, lockDocument, objectOf } from './outline-nodes.js';
import { SectionEntity } from './section.entity.js';

/** How a section begins where it is not in drafting without text. */
export interface SectionStart {
  readonly phase?: Phase;
  readonly isAdReferendum?: boolean;
  readonly blocks?: readonly SeedBlock[];
}

/** Chapters and sections: added, renamed, removed. */
@Injectable()
export class KeepOutline {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly texts: SectionTextSeeder,
  ) {}

  createDocument(by: Performer, title: LocalisedTitle): Promise<{ id: string }> {
    return this.commands.run(by, [], async (manager) => {
      const id = randomUUID();
      await manager.getRepository(DocumentEntity).insert({ id, forumId: by.forumId, title, createdAt: this.clock.now() });
      return { value: { id }, entry: { verb: 'document:created', object: { document: id }, payload: { title } } };
    });
  }

  add(by: Performer, documentId: string, { parentId, afterId, title }: NewSection, start: SectionStart = {}): Promise<{ id: string }> {
    return this.commands.run(by, [], async (manager) => {
      await lockDocument(manager, by, documentId);
      const parent = parentId === undefined ? null : await liveSection(manager, by, parentId);
      if (parent !== null && (parent.parentId !== null || parent.documentId !== documentId)) throw new ProblemException('section-place-invalid');
      demandOutlineRight(by, parent);
      const id = shortId('s', randomBytes);
      await manager.getRepository(SectionEntity).insert({
        id,
        documentId,
        title,
        parentId: parentId ?? null,
        position: await this.makeRoom(manager, documentId, parentId ?? null, afterId),
        phase: start.phase ?? 'drafting',
        isAdReferendum: start.isAdReferendum ?? false,
        phaseChangedAt: this.clock.now(),
        rapporteurMandateId: null,
        removedAt: null,
      });
      if (parent !== null) await this.texts.seed(manager, id, start.blocks ?? []);
      return { value: { id }, entry: { verb: 'section:added', object: { document: documentId, section: id }, payload: { title } } };
    });
  }

  async rename(by: Performer, sectionId: string, title: LocalisedTitle): Promise<void> {
    await this.commands.run(by, [], async (manager) => {
      const section = await liveSection(manager, by, sectionId);
      demandOutlineRight(by, section, await chapterOf(manager, by, section));
      await manager.getRepository(SectionEntity).update({ id: sectionId }, { title });
      return { value: undefined, entry: { verb: 'section:renamed', object: objectOf(section), payload: { title } } };
    });
  }

  /** The text stays in the database; nobody sees or writes it any more. */
  async remove(by: Performer, sectionId: string): Promise<void> {
    const { channel, documentId } = await this.commands.read(async (manager) => found(await manager.getRepository(SectionEntity).findOneBy({ id: sectionId })));
    await this.commands.run(by, [{ of: 'section', key: channel, mode: 'exclusive' }], async (manager) => {
      await lockDocument(manager, by, documentId);
      const section = await liveSection(manager, by, sectionId);
      demandOutlineRight(by, section, await chapterOf(manager, by, section));
      if (await manager.getRepository(SectionEntity).existsBy({ parentId: sectionId, removedAt: IsNull() })) {
        throw new ProblemException('section-not-empty');
      }
      await manager.getRepository(SectionEntity).update({ id: sectionId }, { removedAt: this.clock.now() });
      return { value: undefined, entry: { verb: 'section:removed', object: objectOf(section), payload: {} } };
    });
  }

  private async makeRoom(manager: EntityManager, documentId: string, parentId: string | null, afterId: string | undefined): Promise<number> {
    const siblings = await manager.getRepository(SectionEntity).find({
      where: { documentId, parentId: parentId ?? IsNull(), removedAt: IsNull() },
      order: { position: 'ASC' },
    });
    const before = afterId === undefined ? siblings.length - 1 : siblings.findIndex(({ id }) => id === afterId);
    if (afterId !== undefined && before < 0) throw new ProblemException('section-place-invalid');
    const place = (siblings[before]?.position ?? 0) + 1;
    await manager.query(
      `UPDATE section SET position = position + 1
        WHERE document_id = $1 AND parent_id IS NOT DISTINCT FROM $2 AND position >= $3 AND removed_at IS NULL`,
      [documentId, parentId, place],
    );
    return place;
  }
}
