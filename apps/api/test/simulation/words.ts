import * as Y from 'yjs';

/** Every sign that updates bring, also where they or others delete it. */
export function wordsIn(updates: readonly Uint8Array[]): Set<string> {
  const structs = updates.flatMap((update) => Y.decodeUpdate(update).structs);
  return new Set(structs.flatMap((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [...struct.content.str] : [])));
}
