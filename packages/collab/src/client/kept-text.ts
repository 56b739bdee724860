import { hashOfDocument } from '../canonical/content-hash.js';
import { toDocumentJson, type NodeJson } from '../canonical/document-json.js';
import { documentOf } from './section-document.js';
import { confirmedUpdates } from './renewed-text.js';
import type { SectionKey, SectionStorage } from './storage/section-storage.js';

/** A section's text as the server has confirmed it to this device. */
export interface KeptText {
  readonly seq: number;
  /** When the server last sent or acknowledged something of it, in ms since 1970. */
  readonly at: number;
  readonly hash: string;
  readonly document: NodeJson;
}

/** What the device has kept of a section, without what was typed here and not received yet; null if it was never opened here. */
export async function keptText(storage: SectionStorage, key: SectionKey): Promise<KeptText | null> {
  const { text } = await storage.load(key);
  if (text === null) return null;
  const { seq, at } = text.rows.at(-1) ?? text.base;
  const document = toDocumentJson(documentOf(confirmedUpdates(text)));
  return { seq, at, hash: hashOfDocument(document), document };
}
