/**
 * Marks what a living page uses. Each page holds a lock on the lease it types under, so that another page of this device adopts
 * the updates of dead pages only. The server's fence, the newest connection of a lease, stands behind it (R1).
 */
export interface PageLocks {
  /** Answers a function that gives the lock back, or null while another page holds it. */
  tryHold(name: string): Promise<(() => void) | null>;
}

/** Locks among the sections of one process. */
export class MemoryPageLocks implements PageLocks {
  private readonly held = new Set<string>();

  async tryHold(name: string): Promise<(() => void) | null> {
    if (this.held.has(name)) return null;
    this.held.add(name);
    return () => void this.held.delete(name);
  }
}

/** Locks among the pages of a browser, given back by the browser itself when a page dies. */
export class WebPageLocks implements PageLocks {
  constructor(private readonly locks: LockManager) {}

  tryHold(name: string): Promise<(() => void) | null> {
    return new Promise((resolve, reject) => {
      this.locks
        .request(name, { ifAvailable: true }, async (lock) => {
          if (lock === null) return resolve(null);
          await new Promise<void>((release) => resolve(release));
        })
        .catch(reject);
    });
  }
}
