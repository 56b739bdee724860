import type { EntityManager } from 'typeorm';

/** What a transaction has to itself or shares until it ends, in the order in which it has to be taken. */
const CLASSES = { login: 1, mandate: 2, section: 3, ledger: 4 } as const;

const TAKE = { shared: 'pg_advisory_xact_lock_shared', exclusive: 'pg_advisory_xact_lock' } as const;

export interface Lock {
  readonly of: keyof typeof CLASSES;
  /** Id of a login, mandate or forum; of a section its channel. Two ids may share a key: they then wait for each other. */
  readonly key: string | number;
  readonly mode: 'shared' | 'exclusive';
}

/**
 * The locks as one statement: PostgreSQL reads it once, however many they are. Rows of `VALUES` are computed in the order in
 * which they are written, so the locks are taken in the order that everybody keeps and nobody can wait in a circle. Every key
 * is written as an integer.
 *
 * @param locks one at least
 *
 * What has to be true under the locks may not be read in a statement that takes one: under READ COMMITTED a statement sees
 * what was committed when it began, before it had to wait (R14).
 */
export function lockStatement(locks: readonly Lock[]): string {
  const keyed = locks.map(({ of, key, mode }) => ({ mode, space: CLASSES[of], number: typeof key === 'number' ? Math.trunc(key) : hash(key) }));
  keyed.sort((a, b) => a.space - b.space || a.number - b.number || (a.mode === 'exclusive' ? -1 : 1));
  const rows = keyed.map(({ mode, space, number }) => `(${TAKE[mode]}(${space}, ${number}))`);
  return `SELECT count(taken) FROM (VALUES ${[...new Set(rows)].join(', ')}) AS lock (taken)`;
}

/** Takes the locks for the transaction that `manager` is in. */
export async function takeLocks(manager: EntityManager, locks: readonly Lock[]): Promise<void> {
  if (locks.length > 0) await manager.query(lockStatement(locks));
}

/** FNV-1a, as a signed 32-bit number. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
