import type { SectionPlace } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { chapterOf, demandOutlineRight, liveSection, lockDocument } from './outline-nodes.js';
import { SectionEntity } from './section.entity.js';

/** Gives chapters and sections another place. Ids, texts and phases stay; numbers follow. */
@Injectable()
export class MoveSections {
  constructor(private readonly commands: CommandRunner) {}

  /** Has the section to itself: in another chapter another rapporteur may be its own (R14). */
  async move(by: Performer, sectionId: string, { parentId, afterId }: SectionPlace): Promise<void> {
    const { channel, documentId } = await this.commands.read(async (manager) => found(await manager.getRepository(SectionEntity).findOneBy({ id: sectionId })));
    await this.commands.run(by, [{ of: 'section', key: channel, mode: 'exclusive' }], async (manager) => {
      await lockDocument(manager, by, documentId);
      const section = await liveSection(manager, by, sectionId);
      const from = await chapterOf(manager, by, section);
      const to = parentId === undefined ? from : await this.chapter(manager, by, section, parentId);
      demandOutlineRight(by, section, from);
      if (to?.id !== from?.id) demandOutlineRight(by, to);
      await this.place(manager, section, to, afterId);
      const payload = { chapter: to?.id ?? null, after: afterId ?? null };
      return { value: undefined, entry: { verb: 'section:moved', object: { document: documentId, section: sectionId }, payload } };
    });
  }

  private async chapter(manager: EntityManager, by: Performer, section: SectionEntity, parentId: string): Promise<SectionEntity> {
    const chapter = await liveSection(manager, by, parentId);
    const isChapter = chapter.parentId === null && chapter.documentId === section.documentId;
    if (section.parentId === null || !isChapter) throw new ProblemException('section-place-invalid');
    return chapter;
  }

  private async place(manager: EntityManager, { id, documentId }: SectionEntity, chapter: SectionEntity | null, afterId: string | undefined): Promise<void> {
    const siblings = await manager.getRepository(SectionEntity).find({
      where: { documentId, parentId: chapter?.id ?? IsNull(), removedAt: IsNull(), id: Not(id) },
      order: { position: 'ASC' },
    });
    const before = siblings.findIndex((sibling) => sibling.id === afterId);
    if (afterId !== undefined && before < 0) throw new ProblemException('section-place-invalid');
    const order = siblings.map((sibling) => sibling.id).toSpliced(before + 1, 0, id);
    await manager.query(
      `UPDATE section SET position = place, parent_id = $2
         FROM unnest($1::text[]) WITH ORDINALITY AS ordered (id, place) WHERE section.id = ordered.id`,
      [order, chapter?.id ?? null],
    );
  }
}
