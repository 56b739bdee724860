import * as Y from 'yjs';
import type { DecodedUpdate } from './decode-update.js';
import type { UpdateProblem } from './judgement.js';

/**
 * Continues this update its lease without a hole, and stands everything it leans on in the text (R1, R4)? Needs nothing of
 * the document but how far each client's structs reach.
 */
export function ownershipProblem(store: Y.Doc['store'], update: DecodedUpdate, lease: number): UpdateProblem | null {
  const known = Y.getState(store, lease);
  const start = update.items[0]?.id.clock ?? known;
  if (start > known) return 'update-gap';
  if (start < known) return 'update-clock-reused';

  const isKnown = (id: Y.ID, before: number): boolean =>
    id.clock < (id.client === lease ? before : Y.getState(store, id.client));

  let end = start;
  for (const item of update.items) {
    if (item.origin !== null && !isKnown(item.origin, end)) return 'update-origin-unknown';
    if (item.rightOrigin !== null && !isKnown(item.rightOrigin, end)) return 'update-origin-unknown';
    if (item.parent instanceof Y.ID && !isKnown(item.parent, end)) return 'update-parent-unknown';
    end += item.length;
  }
  for (const [client, ranges] of update.deletes) {
    const reach = client === lease ? end : Y.getState(store, client);
    if (ranges.some((range) => range.clock + range.len > reach)) return 'update-delete-unknown';
  }
  return null;
}
