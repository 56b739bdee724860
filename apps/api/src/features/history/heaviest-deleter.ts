import { charactersOf, replicaOf } from '@expert-forum/collab';
import * as Y from 'yjs';
import type { WrittenRow } from '../drafting/store/section-logs.js';

/**
 * Whose changes after `seq` took most characters away; null: the server's own.
 *
 * @param log from its beginning
 */
export function heaviestDeleter(log: readonly Pick<WrittenRow, 'seq' | 'body' | 'mandateId'>[], seq: number): string | null {
  const before = log.filter((row) => row.seq <= seq);
  const doc = replicaOf(before.map(({ body }) => body), { gc: true });
  const taken = new Map<string | null, number>();
  let characters = charactersOf(doc);
  for (const { body, mandateId } of log.slice(before.length)) {
    Y.applyUpdate(doc, body);
    taken.set(mandateId, (taken.get(mandateId) ?? 0) + Math.max(0, characters - charactersOf(doc)));
    characters = charactersOf(doc);
  }
  const [heaviest] = [...taken].sort(([, a], [, b]) => b - a);
  return heaviest?.[0] ?? null;
}
