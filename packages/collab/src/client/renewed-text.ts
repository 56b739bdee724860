import type * as Y from 'yjs';
import type { ClientProblem } from './forum-problem.js';
import { documentOf } from './section-document.js';
import type { CachedText, OutboxRow, SectionKey, TrayItem } from './storage/section-storage.js';
import { trayItems } from './tray.js';

/** The confirmed updates in order: the base first. */
export const confirmedUpdates = (text: CachedText | null): Uint8Array[] =>
  text === null ? [] : [text.base.bytes, ...text.rows.flatMap((row) => row.updates)];

export interface Renewal {
  readonly doc: Y.Doc;
  readonly items: readonly TrayItem[];
}

/**
 * The text without what was refused (R17): what the server confirmed and what may still be sent, in a document of its own. What
 * the shown document says beyond that goes to the tray.
 */
export function renewedText(
  confirmed: CachedText | null,
  kept: readonly OutboxRow[],
  shown: Y.Doc,
  refusal: { key: SectionKey; refused: readonly OutboxRow[]; problem: ClientProblem; at: number } | null,
): Renewal {
  const doc = documentOf([...confirmedUpdates(confirmed), ...kept.map((row) => row.bytes)]);
  if (refusal === null) return { doc, items: [] };
  const { key, problem, refused: [first] } = refusal;
  const at = first?.at ?? refusal.at;
  const name = `${key.sectionId}/${first === undefined ? at : `${first.epoch}/${first.lease}/${first.n}`}`;
  return { doc, items: trayItems(doc, shown, { name, sectionId: key.sectionId, at, speakingAs: key.mandateId, problem: problem.code }) };
}
