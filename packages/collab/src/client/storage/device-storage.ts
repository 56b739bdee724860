import { IdbSectionStorage } from './idb-section-storage.js';
import { MemorySectionStorage } from './memory-section-storage.js';
import { MemoryPageLocks, WebPageLocks, type PageLocks } from './page-locks.js';
import type { SectionStorage } from './section-storage.js';

export interface Device {
  readonly storage: SectionStorage;
  readonly locks: PageLocks;
  /** False where text does not survive a reload: nothing may be promised then. */
  readonly isLasting: boolean;
}

const devices = new Map<string, Promise<Device>>();

/** This browser's device, or memory where there is none (Node) or it refuses (private windows). One for all callers of a page. */
export function openDevice(name = 'expert-forum'): Promise<Device> {
  const device = devices.get(name) ?? open(name);
  devices.set(name, device);
  return device;
}

async function open(name: string): Promise<Device> {
  const locks = 'locks' in navigator ? new WebPageLocks(navigator.locks) : new MemoryPageLocks();
  try {
    const storage = new IdbSectionStorage(name);
    await storage.unsent(''); // the first look opens the database
    return { storage, locks, isLasting: true };
  } catch {
    return { storage: new MemorySectionStorage(), locks, isLasting: false };
  }
}
