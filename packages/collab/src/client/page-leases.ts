import type { PageLocks } from './storage/page-locks.js';
import type { SectionKey } from './storage/section-storage.js';

/** The leases this page may use: those it was granted, and those it took over from pages that are gone. */
export class PageLeases {
  private readonly held = new Map<number, () => void>();

  constructor(private readonly key: SectionKey, private readonly locks: PageLocks) {}

  has(lease: number): boolean {
    return this.held.has(lease);
  }

  get all(): number[] {
    return [...this.held.keys()];
  }

  /** False while another living page of this device uses the lease. */
  async take(lease: number): Promise<boolean> {
    if (this.held.has(lease)) return true;
    const release = await this.locks.tryHold(`expert-forum:${this.key.sectionId}:${lease}`);
    if (release !== null) this.held.set(lease, release);
    return release !== null;
  }

  releaseAll(): void {
    for (const release of this.held.values()) release();
    this.held.clear();
  }
}
