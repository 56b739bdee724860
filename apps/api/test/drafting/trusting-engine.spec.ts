import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@expert-forum/testing';
import * as Y from 'yjs';
import { DraftingEngine } from '../../src/features/drafting/engine/drafting-engine.js';
import type { Push, PushOutcome } from '../../src/features/drafting/engine/push.js';
import type { Writer } from '../../src/features/drafting/store/drafting-store.js';
import { addDrafter, addSection } from '../store/memory-acts.js';
import { MemoryDatabase } from '../store/memory-database.js';
import { MemoryDraftingStore } from '../store/memory-drafting-store.js';
import { paragraph } from './raw-connection.fixture.js';

/** A node that believes that there is no other. */
function nodeOn(database: MemoryDatabase): { engine: DraftingEngine; store: MemoryDraftingStore } {
  const store = new MemoryDraftingStore(database);
  const engine = new DraftingEngine(store, {
    applied: () => undefined,
    outgrown: () => undefined,
    committed: () => undefined,
    isRead: () => true,
    isAlone: () => true,
    failed: (error) => {
      throw error;
    },
  });
  return { engine, store };
}

/** Appends a paragraph to a document. @returns the update */
function append(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const body = doc.getXmlFragment('body');
  body.insert(body.length, [paragraph(new Y.XmlText(text))]);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('a node that trusts in what it remembers', () => {
  it('[R4] refuses nothing by a text that is behind the log', async () => {
    const database = new MemoryDatabase(() => new Date(0), seededRandom(1));
    const { channel } = addSection(database);
    const [near, far] = [nodeOn(database), nodeOn(database)];
    const head = await near.store.head(channel);
    if (head === null) throw new Error('no section');

    /** Somebody with a document and a lease, who pushes to a node. */
    const person = async (connectionId: string) => {
      const writer: Writer = { ...addDrafter(database, channel), connectionId, ordinal: 1 };
      const [lease = 0] = await near.store.grantLeases(head, writer, 1);
      const doc = new Y.Doc({ gc: false });
      doc.clientID = lease;
      const push = (engine: DraftingEngine, firstN: number, update: Uint8Array): Promise<PushOutcome> =>
        new Promise((answer) => {
          const frame: Omit<Push, 'answer'> = { channel, epoch: 1, lease, firstN, updates: [update], schema: 2, writer };
          engine.push({ ...frame, answer });
        });
      return { doc, push };
    };
    const [one, other] = [await person('one'), await person('other')];
    const begin = append(one.doc, 'Water');
    expect(await one.push(near.engine, 1, begin)).toMatchObject({ kind: 'committed' });
    Y.applyUpdate(other.doc, begin);
    const answer = append(other.doc, 'Energy');
    expect(await other.push(far.engine, 1, answer)).toMatchObject({ kind: 'committed' });
    Y.applyUpdate(one.doc, answer); // shown to them by the far node
    expect(await one.push(near.engine, 2, append(one.doc, 'Transport'))).toMatchObject({ kind: 'committed', lastSeq: 3 });
  });
});
