import { hashOfDocument, toDocumentJson } from '@expert-forum/collab';
import { keptText, openDevice, type Identity, type SectionConnection } from '@expert-forum/collab/client';
import type { LocalisedTitle, SectionView } from '@expert-forum/contracts';
import type { ExportedHeading, ExportedText } from '@expert-forum/rendering';
import { type ExportFrame, hereAndNow } from './export-frame.js';
import { gatherReferred } from './gather-referred.js';

export interface SectionSource {
  readonly view: SectionView;
  readonly chapter: ExportedHeading | null;
  readonly documentTitle: LocalisedTitle;
  /** All of the document. */
  readonly sections: readonly SectionView[];
  readonly connection: SectionConnection;
  readonly identity: Identity;
}

const LIVE = new Set(['synced', 'readonly']);

/** A section as its reader sees it, with what is on this device alone (EX8). @returns null where there is no text to show */
export async function gatherSection(frame: ExportFrame, { view, chapter, documentTitle, sections, connection, identity }: SectionSource): Promise<ExportedText | null> {
  const { storage } = await openDevice();
  const kept = await keptText(storage, { ...identity, sectionId: view.id });
  const { word, hasText, unsent, receivedAt } = connection.statusDetails;
  if (!hasText) return null;
  const document = toDocumentJson(connection.doc);
  const isLive = LIVE.has(word);
  const here = hereAndNow();
  const { number, title, isAdReferendum } = view;
  const phase = connection.statusDetails.word === 'readonly' ? connection.statusDetails.phase : view.phase;
  return {
    ...frame,
    ...here,
    kind: 'section',
    document: documentTitle,
    isOfflineCopy: !isLive,
    chapter,
    section: {
      ...{ id: view.id, number, title, phase, isAdReferendum, document },
      seq: connection.contentHash()?.seq ?? kept?.seq ?? 0,
      hash: hashOfDocument(document),
      readAt: isLive ? here.madeAt : new Date(receivedAt ?? kept?.at ?? Date.now()).toISOString(),
    },
    others: await gatherReferred(document, view.id, sections, identity),
    unsent,
  };
}
