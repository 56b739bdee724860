import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { newReplica } from './new-replica.js';

/** Two writers make the same word bold at the same time: the marks of the one are there twice. */
function boldTwice(): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const writers = [1, 2].map((clientID) => Object.assign(new Y.Doc({ gc: false }), { clientID }));
  const [first, second] = writers;
  first?.getXmlFragment('body').insert(0, [new Y.XmlText('word')]);
  if (first !== undefined && second !== undefined) Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  updates.push(Y.encodeStateAsUpdate(first ?? new Y.Doc()));
  for (const doc of writers) {
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const text = doc.getXmlFragment('body').get(0);
    if (text instanceof Y.XmlText) text.format(0, 4, { bold: {} });
  }
  return updates;
}

const deletionsIn = (doc: Y.Doc, updates: readonly Uint8Array[]): number => {
  for (const update of updates) Y.applyUpdate(doc, update);
  return Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).ds.clients.size;
};

describe('a replica', () => {
  it('[R2] deletes nothing that no update deletes', () => {
    const updates = boldTwice();
    expect(deletionsIn(new Y.Doc({ gc: false }), updates)).toBeGreaterThan(0);
    expect(deletionsIn(newReplica({ gc: false }), updates)).toBe(0);
  });
});
