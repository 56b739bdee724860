import type { PageLocks } from './storage/page-locks.js';
import type { SectionKey } from './storage/section-storage.js';

/** The leases this page may use: those it was granted, and those it took over from pages that are gone. */
export class PageLeases {
  private readonly held = new Map<number, () => void>();
  private isOver = false;

  constructor(private readonly key: SectionKey, private readonly locks: PageLocks) {}

  has(lease: number): boolean {
    return this.held.has(lease);
  }

  /** False while another living page of this device uses the lease. */
  async take(lease: number): Promise<boolean> {
    if (this.held.has(lease)) return true;
    const release = await this.locks.tryHold(`expert-forum:${this.key.sectionId}:${lease}`);
    if (release === null) return false;
    if (this.isOver) release(); // the page was closed while it waited
    else this.held.set(lease, release);
    return !this.isOver;
  }

  /** The page is gone: others may have its leases. */
  end(): void {
    this.isOver = true;
    this.releaseAll();
  }

  releaseAll(): void {
    for (const release of this.held.values()) release();
    this.held.clear();
  }
}
