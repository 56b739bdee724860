import { expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { MemorySectionStorage } from './storage/memory-section-storage.js';
import { unsentParagraphs } from './unsent-text.js';

it('[R20] gives a member everything unsent to take along before signing out, and nothing of others', async () => {
  const storage = new MemorySectionStorage();
  const key = { memberId: 'm-1', mandateId: 'md-1', sectionId: 's-1' };
  const doc = new Y.Doc({ gc: false });
  const words = new Y.XmlText('water');
  doc.getXmlFragment('body').insert(0, [words]);
  await storage.replaceBase(key, { epoch: 1, schema: 1, seq: 1, bytes: Y.encodeStateAsUpdate(doc), at: 1 });
  doc.on('update', (bytes: Uint8Array) => void storage.append(key, { outbox: [{ epoch: 1, lease: 5, n: 1, bytes, at: 7 }] }));
  words.insert(5, 'shed');
  const paragraph = { sectionId: 's-1', speakingAs: 'md-1', at: 7, textBefore: 'water', textAfter: 'watershed' };
  expect(await unsentParagraphs(storage, 'm-1')).toEqual([paragraph]);
  expect(await unsentParagraphs(storage, 'm-2')).toEqual([]);
});
