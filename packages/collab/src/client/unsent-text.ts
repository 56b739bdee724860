import { documentOf } from './section-document.js';
import { confirmedUpdates } from './renewed-text.js';
import type { SectionKey, SectionStorage, UnsentSection } from './storage/section-storage.js';
import { trayItems } from './tray.js';

/** One paragraph that would be lost with this device's copy. */
export interface UnsentParagraph {
  readonly sectionId: string;
  readonly speakingAs: string;
  /** Ms since 1970. */
  readonly at: number;
  readonly textBefore: string;
  readonly textAfter: string;
}

/** What a member has typed on this device that is in no published or shared text: unsent updates and the tray (R20). */
export async function unsentParagraphs(storage: SectionStorage, memberId: string): Promise<UnsentParagraph[]> {
  return (await storage.unsent(memberId)).flatMap(paragraphsOf);
}

/** The same of one section. */
export const unsentOf = async (storage: SectionStorage, key: SectionKey): Promise<UnsentParagraph[]> => paragraphsOf({ key, stored: await storage.load(key) });

function paragraphsOf({ key, stored: { text, outbox, tray } }: UnsentSection): UnsentParagraph[] {
  const [before, bytes] = [confirmedUpdates(text), outbox.map((row) => row.bytes)];
  const refusal = { name: '', sectionId: key.sectionId, at: outbox[0]?.at ?? 0, speakingAs: key.mandateId, problem: 'unsent' };
  const unsent = outbox.length === 0 ? [] : trayItems(documentOf(before), documentOf([...before, ...bytes]), refusal);
  return [...tray, ...unsent].map(({ sectionId, speakingAs, at, textBefore, textAfter }) => ({ sectionId, speakingAs, at, textBefore, textAfter }));
}
