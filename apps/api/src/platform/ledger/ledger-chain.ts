import { createHash } from 'node:crypto';
import { jcs } from '@expert-forum/collab';

/** Who did it: a mandate, or the installation itself. */
export type LedgerActor =
  | { readonly kind: 'mandate'; readonly memberId: string; readonly mandateId: string; readonly role: string; readonly centreId: string | null }
  | { readonly kind: 'installation' };

export interface LedgerRow {
  readonly forumId: string;
  /** Dense, from 1. */
  readonly seq: number;
  readonly at: Date;
  readonly actor: LedgerActor;
  /** Past tense, as in `section:renamed`. */
  readonly verb: string;
  /** What it was done to: ids by their kind. */
  readonly object: Readonly<Record<string, string>>;
  /** Set: only this centre may read verb and object. */
  readonly centreId: string | null;
  readonly payloadHash: Buffer;
}

export const FIRST_PREV: Buffer = Buffer.alloc(32);

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The salt keeps a small payload from being guessed once its bytes are gone. */
export const hashPayload = (salt: Buffer, payload: unknown): Buffer => sha256(salt, jcs(payload));

/** SHA-256(prev ‖ JCS(row)). */
export function hashRow(prev: Buffer, { at, payloadHash, ...row }: LedgerRow): Buffer {
  return sha256(prev, jcs({ ...row, at: at.toISOString(), payloadHash: payloadHash.toString('hex') }));
}
