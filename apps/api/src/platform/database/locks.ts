import type { EntityManager } from 'typeorm';

/** What a transaction has to itself or shares until it ends, in the order in which it has to be taken. */
const CLASSES = { login: 1, mandate: 2, section: 3, ledger: 4 } as const;

export interface Lock {
  readonly of: keyof typeof CLASSES;
  /** Id of a login, mandate or forum; of a section its channel. Two ids may share a key: they then wait for each other. */
  readonly key: string | number;
  readonly mode: 'shared' | 'exclusive';
}

/** Takes the locks one by one in the order that everybody keeps, so that nobody can wait in a circle. */
export async function takeLocks(manager: EntityManager, locks: readonly Lock[]): Promise<void> {
  const keyed = locks.map((lock) => ({ ...lock, space: CLASSES[lock.of], number: typeof lock.key === 'number' ? lock.key : hash(lock.key) }));
  keyed.sort((a, b) => a.space - b.space || a.number - b.number || (a.mode === 'exclusive' ? -1 : 1));
  for (const { mode, space, number } of keyed) {
    const take = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
    await manager.query(`SELECT ${take}($1, $2)`, [space, number]);
  }
}

/** FNV-1a, as a signed 32-bit number. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
