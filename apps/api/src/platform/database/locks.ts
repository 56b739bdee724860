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

export interface LockKey {
  readonly space: number;
  readonly number: number;
  readonly mode: Lock['mode'];
}

/** Each lock once, by the numbers under which PostgreSQL has it, in the order that everybody keeps: nobody can wait in a circle. */
export function lockKeys(locks: readonly Lock[]): LockKey[] {
  const keyed = locks.map(({ of, key, mode }) => ({ mode, space: CLASSES[of], number: typeof key === 'number' ? Math.trunc(key) : hash(key) }));
  keyed.sort((a, b) => a.space - b.space || a.number - b.number || (a.mode === 'exclusive' ? -1 : 1));
  return keyed.filter(({ space, number, mode }, index) => {
    const before = keyed[index - 1];
    return before?.space !== space || before.number !== number || before.mode !== mode;
  });
}

/**
 * The locks as one statement: PostgreSQL reads it once, however many they are. Rows of `VALUES` are computed in the order in
 * which they are written. Every key is written as an integer.
 *
 * @param locks one at least
 *
 * What has to be true under the locks may not be read in a statement that takes one: under READ COMMITTED a statement sees
 * what was committed when it began, before it had to wait (R14).
 */
export function lockStatement(locks: readonly Lock[]): string {
  const rows = lockKeys(locks).map(({ space, number, mode }) => `(${TAKE[mode]}(${space}, ${number}))`);
  return `SELECT count(taken) FROM (VALUES ${rows.join(', ')}) AS lock (taken)`;
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
