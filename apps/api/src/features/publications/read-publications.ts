import type { PublicationSummary, SealedPublication } from '@expert-forum/contracts';
import type { LocalisedTitle } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { jcs } from '@expert-forum/collab';
import { found } from '../../platform/errors/problem-error.js';

interface SummaryRow extends Omit<PublicationSummary, 'sealedAt'> {
  readonly sealedAt: Date;
  readonly title: LocalisedTitle;
}

interface SealedRow {
  readonly content: string;
  readonly hash: string;
  readonly keyId: string;
  readonly publicKey: Buffer;
  readonly signature: Buffer;
}

/** A sealed publication as it stands in the database. */
export interface KnownPublication {
  readonly id: string;
  readonly number: number;
  readonly slug: string;
  readonly hash: string;
}

/** The one that the next one takes the place of. */
export async function newestPublication(manager: EntityManager, forumId: string): Promise<KnownPublication | null> {
  const rows: KnownPublication[] = await manager.query(
    'SELECT id, number, slug, hash FROM publication WHERE forum_id = $1 ORDER BY number DESC LIMIT 1',
    [forumId],
  );
  return rows[0] ?? null;
}

/** What was published, for everybody. */
@Injectable()
export class ReadPublications {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<PublicationSummary[]> {
    const rows: SummaryRow[] = await this.dataSource.query(
      `SELECT publication.number, publication.slug, publication.title, publication.sealed_at AS "sealedAt", publication.hash,
              publication.is_correction AS "isCorrection", successor.slug AS "supersededBy"
         FROM publication LEFT JOIN publication successor ON successor.supersedes = publication.id
        ORDER BY publication.sealed_at DESC, publication.number DESC`,
    );
    return rows.map(({ sealedAt, ...row }) => ({ ...row, sealedAt: sealedAt.toISOString() }));
  }

  /** The file itself, in JCS. @throws ProblemException `not-found` */
  async sealed(slug: string): Promise<string> {
    const rows: SealedRow[] = await this.dataSource.query(
      `SELECT content, hash, key_id AS "keyId", public_key AS "publicKey", signature
         FROM publication JOIN signing_key ON signing_key.id = key_id WHERE slug = $1`,
      [slug],
    );
    const { content, hash, keyId, publicKey, signature } = found(rows[0]);
    const sealed: SealedPublication = {
      content: JSON.parse(content),
      hash,
      signature: { algorithm: 'Ed25519', keyId, publicKey: publicKey.toString('base64'), value: signature.toString('base64') },
    };
    return jcs(sealed);
  }
}
