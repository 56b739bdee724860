/** In the order in which everybody takes them. */
const CLASSES = { login: 1, mandate: 2, section: 3, session: 4, thread: 5, ledger: 6 } as const;

export interface MemoryLock {
  readonly of: keyof typeof CLASSES;
  readonly key: string | number;
  readonly mode: 'shared' | 'exclusive';
}

interface Claim {
  readonly session: object;
  readonly mode: MemoryLock['mode'];
  readonly grant: () => void;
  readonly lose: (reason: Error) => void;
}

/** The advisory locks of PostgreSQL: shared or exclusive, first come first served, held until the session lets go of all. */
export class LockTable {
  private readonly held = new Map<string, Claim[]>();
  private readonly waiting = new Map<string, Claim[]>();

  /** Resolves when the session has all of them; they are taken one by one in the common order. */
  async take(session: object, locks: readonly MemoryLock[]): Promise<void> {
    const order = (lock: MemoryLock): string => `${CLASSES[lock.of]} ${typeof lock.key === 'number' ? String(lock.key).padStart(12) : lock.key}`;
    const sorted = locks.toSorted((a, b) => order(a).localeCompare(order(b)) || (a.mode === 'exclusive' ? -1 : 1));
    for (const { of, key, mode } of sorted) await this.takeOne(session, `${of} ${key}`, mode);
  }

  /** Lets go of everything the session holds. Who still waits for it has lost the connection. */
  release(session: object): void {
    const lost = [...this.waiting.values()].flat().filter((claim) => claim.session === session);
    for (const [name, claims] of this.waiting) this.waiting.set(name, claims.filter((claim) => claim.session !== session));
    for (const { lose } of lost) lose(new Error('the connection was lost while it waited for a lock'));
    for (const [name, claims] of this.held) this.held.set(name, claims.filter((claim) => claim.session !== session));
    for (const name of this.waiting.keys()) this.grantNext(name);
  }

  /** Does anybody wait for anything? */
  get isContended(): boolean {
    return [...this.waiting.values()].some((claims) => claims.length > 0);
  }

  private takeOne(session: object, name: string, mode: MemoryLock['mode']): Promise<void> {
    if (this.held.get(name)?.some((claim) => claim.session === session && claim.mode === 'exclusive') === true) return Promise.resolve();
    return new Promise((grant, lose) => {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), { session, mode, grant, lose }]);
      this.grantNext(name);
    });
  }

  private grantNext(name: string): void {
    const [next, ...others] = this.waiting.get(name) ?? [];
    if (next === undefined || !this.isFree(name, next)) return;
    this.waiting.set(name, others);
    this.held.set(name, [...(this.held.get(name) ?? []), next]);
    next.grant();
    this.grantNext(name);
  }

  private isFree(name: string, { session, mode }: Claim): boolean {
    const others = (this.held.get(name) ?? []).filter((claim) => claim.session !== session);
    return others.length === 0 || (mode === 'shared' && others.every((claim) => claim.mode === 'shared'));
  }
}
