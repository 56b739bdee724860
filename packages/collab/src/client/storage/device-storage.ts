import { IdbSectionStorage } from './idb-section-storage.js';
import { MemorySectionStorage } from './memory-section-storage.js';
import { MemoryPageLocks, WebPageLocks, type PageLocks } from './page-locks.js';
import type { SectionStorage } from './section-storage.js';

export interface Device {
  readonly storage: SectionStorage;
  readonly locks: PageLocks;
  /** False where text would not survive a reload: the status must not promise it. */
  readonly isLasting: boolean;
}

/** The browser's device, or memory where there is none (Node) or it refuses (private windows). */
export async function openDevice(name = 'expert-forum'): Promise<Device> {
  const locks = 'locks' in navigator ? new WebPageLocks(navigator.locks) : new MemoryPageLocks();
  try {
    const storage = new IdbSectionStorage(name);
    await storage.unsent('');
    return { storage, locks, isLasting: true };
  } catch {
    return { storage: new MemorySectionStorage(), locks, isLasting: false };
  }
}
