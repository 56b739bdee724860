import * as Y from 'yjs';

/**
 * Makes what a transaction inserted lean on what it stands between. Undoing several times, Yjs 13 can give an item a right
 * neighbour that stands before its left one (`redoItem` follows both through copies of copies). Whoever undoes sees the right text,
 * and everybody else, who has nothing but these two names to go by, another one. To be called before the transaction ends: the
 * update is written then.
 */
export function straighten({ doc, beforeState }: Y.Transaction): void {
  const first = beforeState.get(doc.clientID) ?? 0;
  for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
    if (!(struct instanceof Y.Item) || struct.id.clock < first || struct.parentSub !== null) continue;
    struct.origin = neighbour(struct, 'left')?.lastId ?? null;
    struct.rightOrigin = neighbour(struct, 'right')?.id ?? null;
  }
}

/** The nearest one that was there before it: items are put in by the order of their clocks, here as on every other replica. */
function neighbour(item: Y.Item, side: 'left' | 'right'): Y.Item | null {
  let found = item[side];
  while (found !== null && found.id.client === item.id.client && found.id.clock > item.id.clock) found = found[side];
  return found;
}
