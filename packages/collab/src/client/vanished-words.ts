import * as Y from 'yjs';
import type { OutboxRow } from './storage/section-storage.js';

/**
 * What the updates inserted and `shown` does not show, though they did not delete it themselves: words in a paragraph that
 * somebody else has deleted meanwhile, or on a text that is gone. Runs that were not typed side by side are separate lines.
 */
export function vanishedWords(rows: readonly OutboxRow[], shown: Y.Doc): string {
  const updates = rows.map((row) => Y.decodeUpdate(row.bytes));
  const deletedByAll = Y.createDeleteSetFromStructStore(shown.store);
  const deletedByRows = Y.mergeDeleteSets(updates.map((update) => update.ds));
  const isVanished = (client: number, clock: number): boolean => {
    const id = Y.createID(client, clock);
    if (clock >= Y.getState(shown.store, client)) return true;
    return Y.isDeleted(deletedByAll, id) && !Y.isDeleted(deletedByRows, id);
  };
  let words = '';
  let last: Y.ID | null = null;
  for (const struct of updates.flatMap((update) => update.structs)) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    const gone = [...struct.content.str.split('').entries()].filter(([index]) => isVanished(client, clock + index));
    if (gone.length === 0) continue;
    if (words !== '' && !Y.compareIDs(struct.origin, last)) words += '\n';
    words += gone.map(([, unit]) => unit).join('');
    last = Y.createID(client, clock + struct.length - 1);
  }
  return words;
}
