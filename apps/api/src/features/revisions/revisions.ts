import { randomUUID } from 'node:crypto';
import type { RevisionKind } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { CommittedTexts, type CommittedText } from '../drafting/store/committed-texts.js';
import type { LogRow } from '../drafting/store/drafting-store.js';

/** What a revision is kept for. */
export interface Occasion {
  readonly kind: RevisionKind;
  readonly name: string;
  /** Who kept it; left out, nobody in particular. */
  readonly mandateId?: string | null;
}

/** Keeps states of sections that never change: the database itself refuses it. */
@Injectable()
export class Revisions {
  constructor(
    private readonly clock: Clock,
    private readonly texts: CommittedTexts,
  ) {}

  /** The text that a revision would keep. Exact while the transaction holds the section's lock for itself. */
  textAtHead(manager: EntityManager, sectionId: string): Promise<CommittedText> {
    return this.texts.atHead(manager, sectionId);
  }

  /** The text as it was at the end of these rows of the present epoch. */
  textAtEndOf(manager: EntityManager, sectionId: string, rows: readonly LogRow[]): Promise<CommittedText> {
    return this.texts.atEndOf(manager, sectionId, rows);
  }

  /** @returns its id */
  async keep(manager: EntityManager, text: CommittedText, { kind, name, mandateId = null }: Occasion): Promise<string> {
    const { sectionId, epoch, seq, schema, document, hash } = text;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO revision (id, section_id, epoch, seq, schema, kind, name, document, hash, mandate_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, sectionId, epoch, seq, schema, kind, name, JSON.stringify(document), hash, mandateId, this.clock.now()],
    );
    return id;
  }

  /**
   * Unless the newest revision says the same. The transaction holds the section's lock for itself.
   *
   * @returns its id; null: nothing was kept
   */
  async keepIfNew(manager: EntityManager, sectionId: string, occasion: Occasion): Promise<string | null> {
    const [newest]: { hash: string }[] = await manager.query('SELECT hash FROM revision WHERE section_id = $1 ORDER BY created_at DESC, seq DESC LIMIT 1', [sectionId]);
    const text = await this.textAtHead(manager, sectionId);
    return newest?.hash === text.hash ? null : this.keep(manager, text, occasion);
  }
}
