import { randomUUID } from 'node:crypto';
import { jcs } from '@expert-forum/collab';
import type { NewPublication, PublicationContent } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { chaptersOf, contentOf, sha256Hex } from './publication-content.js';
import { newestPublication } from './read-publications.js';
import type { Selection } from './select-sections.js';
import { SigningKeys } from './signing-keys.js';

interface ToSeal {
  readonly documentId: string;
  readonly selection: Selection;
  readonly wanted: NewPublication;
}

interface ForumRow {
  readonly title: PublicationContent['forum'];
  readonly disclaimer: PublicationContent['disclaimer'];
  readonly banner: PublicationContent['banner'];
  readonly document: PublicationContent['document'];
}

/** Puts what was selected under number, hash and signature. */
@Injectable()
export class SealedPublications {
  constructor(
    private readonly clock: Clock,
    private readonly keys: SigningKeys,
  ) {}

  async add(manager: EntityManager, by: Performer, { documentId, selection, wanted }: ToSeal): Promise<{ id: string; number: number; hash: string }> {
    const forum = await forumOf(manager, by.forumId, documentId);
    const before = await newestPublication(manager, by.forumId);
    const sealedAt = this.clock.now();
    const number = (before?.number ?? 0) + 1;
    const content = contentOf({
      forum: forum.title,
      disclaimer: forum.disclaimer,
      banner: forum.banner,
      document: forum.document,
      number,
      slug: wanted.slug,
      title: wanted.title,
      sealedAt: sealedAt.toISOString(),
      isCorrection: wanted.isCorrection,
      supersedes: before && { number: before.number, slug: before.slug, hash: before.hash },
      ledger: await ledgerHead(manager, by.forumId),
      chapters: chaptersOf(selection.outline, selection.selected),
    });
    const bytes = jcs(content);
    const hash = sha256Hex(bytes);
    const signature = await this.keys.sign(manager, Buffer.from(bytes));
    const id = randomUUID();
    const inserted: unknown[] = await manager.query(
      `INSERT INTO publication (id, forum_id, document_id, number, slug, title, is_correction, supersedes, sealed_at, sealed_by, content, hash, key_id, signature)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (slug) DO NOTHING RETURNING id`,
      [
        ...[id, by.forumId, documentId, number, wanted.slug, wanted.title, wanted.isCorrection, before?.id ?? null, sealedAt],
        ...[by.kind === 'mandate' ? by.actor.mandateId : null, bytes, hash, signature.keyId, signature.value],
      ],
    );
    if (inserted.length === 0) throw new ProblemException('slug-taken');
    return { id, number, hash };
  }
}

async function forumOf(manager: EntityManager, forumId: string, documentId: string): Promise<ForumRow> {
  const rows: ForumRow[] = await manager.query(
    `SELECT forum.title, disclaimer, banner, document.title AS document FROM forum JOIN document ON document.forum_id = forum.id
      WHERE forum.id = $1 AND document.id = $2`,
    [forumId, documentId],
  );
  return found(rows[0]);
}

/** The last row that is committed: the one of the sealing comes after it. */
async function ledgerHead(manager: EntityManager, forumId: string): Promise<PublicationContent['ledger']> {
  const rows: { seq: number; hash: Buffer }[] = await manager.query('SELECT seq, hash FROM ledger WHERE forum_id = $1 ORDER BY seq DESC LIMIT 1', [forumId]);
  const { seq, hash } = found(rows[0]);
  return { seq, hash: hash.toString('hex') };
}
