import type * as Y from 'yjs';
import type { ClientProblem } from './forum-problem.js';
import { documentOf } from './section-document.js';
import type { CachedText, OutboxRow, SectionKey, TrayItem } from './storage/section-storage.js';
import { trayItems } from './tray.js';
import { vanishedWords } from './vanished-words.js';

/** The confirmed updates in order: the base first. */
export const confirmedUpdates = (text: CachedText | null): Uint8Array[] =>
  text === null ? [] : [text.base.bytes, ...text.rows.flatMap((row) => row.updates)];

export interface Renewal {
  readonly doc: Y.Doc;
  readonly items: readonly TrayItem[];
}

export interface TextRefusal {
  readonly key: SectionKey;
  /** In the order of typing. */
  readonly refused: readonly OutboxRow[];
  readonly problem: ClientProblem;
  /** Now, in ms since 1970. */
  readonly at: number;
}

/**
 * The text without what was refused (R17): what the server confirmed and what may still be sent, in a document of its own. What
 * the shown document says beyond that goes to the tray.
 */
export function renewedText(
  confirmed: CachedText | null,
  kept: readonly OutboxRow[],
  shown: Y.Doc,
  refusal: TextRefusal | null,
): Renewal {
  const doc = documentOf([...confirmedUpdates(confirmed), ...kept.map((row) => row.bytes)]);
  return { doc, items: refusal === null ? [] : refusedItems(doc, shown, refusal) };
}

function refusedItems(before: Y.Doc, after: Y.Doc, { key, refused, problem, at: now }: TextRefusal): TrayItem[] {
  const [first] = refused;
  const at = first?.at ?? now;
  const name = `${key.sectionId}/${first === undefined ? `${at}/${after.clientID}` : `${first.epoch}/${first.lease}/${first.n}`}`;
  const refusal = { sectionId: key.sectionId, at, speakingAs: key.mandateId, problem: problem.code };
  const items = trayItems(before, after, { ...refusal, name });
  const vanished = vanishedWords(refused, after);
  return vanished === '' ? items : [...items, { ...refusal, id: `${name}/vanished`, paragraphId: null, textBefore: '', textAfter: vanished }];
}
