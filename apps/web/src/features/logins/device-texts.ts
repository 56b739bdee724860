import type { UnsentParagraph } from '@expert-forum/collab/client';

/** Only who signs out needs this, and the first screen does not wait for it. */
const device = async () => {
  const { openDevice, unsentParagraphs } = await import('@expert-forum/collab/client');
  return { unsentParagraphs, storage: (await openDevice()).storage };
};

/** What a member has typed on this device that has not reached the forum. */
export async function unsentTexts(memberId: string): Promise<UnsentParagraph[]> {
  const { unsentParagraphs, storage } = await device();
  return unsentParagraphs(storage, memberId);
}

/** Removes from this device what a member has typed and opened on it. */
export async function forgetTexts(memberId: string): Promise<void> {
  await (await device()).storage.clear(memberId);
}
