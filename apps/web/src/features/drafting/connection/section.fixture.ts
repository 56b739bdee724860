import { newParagraphId, seedUpdate, type SeedBlock } from '@expert-forum/collab';
import { connectSection, MemoryPageLocks, MemorySectionStorage, type SectionConnection, type TrayItem } from '@expert-forum/collab/client';

const key = { memberId: 'm-1', mandateId: 'md-1', sectionId: 's-1' };
const at = new Date(2026, 10, 23, 15, 42).getTime();

export const trayItem = (id: string, textBefore: string, textAfter: string): TrayItem => ({
  id, sectionId: key.sectionId, paragraphId: `p-${id}`, textBefore, textAfter, at, speakingAs: key.mandateId, problem: 'section-frozen',
});

interface Kept {
  readonly blocks?: readonly SeedBlock[];
  readonly tray?: readonly TrayItem[];
}

/** A section as a device without a line opens it: with the text and the tray it has kept, and a lease to type under. */
export async function offlineSection({ blocks = ['one'], tray = [] }: Kept): Promise<SectionConnection> {
  const storage = new MemorySectionStorage();
  const bytes = seedUpdate({ blocks, lease: 1, newId: newParagraphId });
  await storage.replaceBase(key, { epoch: 1, schema: 1, seq: 1, bytes, at });
  await storage.addSpare(key, { epoch: 1, lease: 77 });
  await storage.refuse(key, [], tray);
  const { sectionId, ...identity } = key;
  const section = connectSection({
    url: 'http://forum.example',
    ticket: () => Promise.reject(new TypeError('no line')),
    sectionId,
    device: { storage, locks: new MemoryPageLocks() },
    identity,
  });
  section.synced.catch(() => undefined);
  await new Promise<void>((resolve) => {
    const look = (): void => void (section.statusDetails.isEditable && resolve());
    section.on('status', look);
    look();
  });
  return section;
}
