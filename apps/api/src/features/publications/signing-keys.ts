import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';

interface KeyRow {
  readonly id: string;
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

export interface Signature {
  readonly keyId: string;
  /** SPKI. */
  readonly publicKey: Buffer;
  readonly value: Buffer;
}

export interface PublicKeyView {
  readonly keyId: string;
  readonly publicKey: string;
  readonly createdAt: string;
}

/** The Ed25519 key of the installation: made when it is first needed, kept with the forum, so that every node signs alike. */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async sign(manager: EntityManager, bytes: Buffer): Promise<Signature> {
    const { id, publicKey, privateKey } = (await newestKey(manager)) ?? (await this.makeKey(manager));
    const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
    return { keyId: id, publicKey, value: sign(null, bytes, key) };
  }

  /** For whoever wants to compare what a publication says of its signer. */
  async publicKeys(): Promise<PublicKeyView[]> {
    const rows: { id: string; publicKey: Buffer; createdAt: Date }[] = await this.dataSource.query(
      'SELECT id, public_key AS "publicKey", created_at AS "createdAt" FROM signing_key ORDER BY created_at',
    );
    return rows.map(({ id, publicKey, createdAt }) => ({ keyId: id, publicKey: publicKey.toString('base64'), createdAt: createdAt.toISOString() }));
  }

  private async makeKey(manager: EntityManager): Promise<KeyRow> {
    const pair = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { format: 'der', type: 'spki' },
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    });
    const id = createHash('sha256').update(pair.publicKey).digest('hex').slice(0, 16);
    await manager.query('INSERT INTO signing_key (id, public_key, private_key, created_at) VALUES ($1, $2, $3, $4)', [
      id,
      pair.publicKey,
      pair.privateKey,
      this.clock.now(),
    ]);
    return { id, ...pair };
  }
}

async function newestKey(manager: EntityManager): Promise<KeyRow | undefined> {
  const rows: KeyRow[] = await manager.query(
    'SELECT id, public_key AS "publicKey", private_key AS "privateKey" FROM signing_key ORDER BY created_at DESC LIMIT 1',
  );
  return rows[0];
}
