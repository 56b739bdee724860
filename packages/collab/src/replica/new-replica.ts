import * as Y from 'yjs';

/**
 * A document that holds what it is given and nothing else. After a change that came from elsewhere Yjs tidies the marks of the
 * text, by deletions of its own: nobody is sent them, and they depend on the order and the portions in which changes came, so
 * that replicas of one log part. `_needFormattingCleanup` is how Yjs 13.6 remembers to do it, and it is asked after this event;
 * the test beside this file fails when either changes.
 */
export function newReplica(options: { readonly gc: boolean }): Y.Doc {
  const doc = new Y.Doc(options);
  doc.on('afterTransaction', (transaction) => void Reflect.set(transaction, '_needFormattingCleanup', false));
  return doc;
}

/** A document that holds these updates, in their order. */
export function replicaOf(updates: readonly Uint8Array[], options: { readonly gc: boolean }): Y.Doc {
  const doc = newReplica(options);
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}
