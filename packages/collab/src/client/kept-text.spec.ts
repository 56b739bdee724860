import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { hashOfDocument, hashOfHashes } from '../canonical/content-hash.js';
import { toDocumentJson } from '../canonical/document-json.js';
import { run, sectionOf } from '../gate/section.fixture.js';
import { BODY } from '../schema/section-schema.js';
import { keptText } from './kept-text.js';
import { MemorySectionStorage } from './storage/memory-section-storage.js';

const key = { memberId: 'm', mandateId: 'md', sectionId: 's' };

describe('what a device has kept of a section', () => {
  it('[EX7] is the confirmed text, its seq and its age', async () => {
    const storage = new MemorySectionStorage();
    const doc = sectionOf('one');
    await storage.replaceBase(key, { epoch: 1, schema: 1, seq: 4, bytes: Y.encodeStateAsUpdate(doc), at: 1_000 });
    const before = Y.encodeStateVector(doc);
    run(doc.getXmlFragment(BODY)).insert(3, ' and two');
    await storage.append(key, { text: [{ seq: 6, updates: [Y.encodeStateAsUpdate(doc, before)], at: 2_000 }] });
    const document = toDocumentJson(doc);
    expect(await keptText(storage, key)).toEqual({ seq: 6, at: 2_000, hash: hashOfDocument(document), document });
  });

  it('[EX7] [EX8] leaves out what was typed here and not received, and is nothing for a section or a mandate that was not open here', async () => {
    const storage = new MemorySectionStorage();
    const doc = sectionOf('one');
    await storage.replaceBase(key, { epoch: 1, schema: 1, seq: 4, bytes: Y.encodeStateAsUpdate(doc), at: 1_000 });
    const confirmed = toDocumentJson(doc);
    const before = Y.encodeStateVector(doc);
    run(doc.getXmlFragment(BODY)).insert(3, ' unsent');
    await storage.append(key, { outbox: [{ epoch: 1, lease: 9, n: 1, bytes: Y.encodeStateAsUpdate(doc, before), at: 2_000 }] });
    expect((await keptText(storage, key))?.document).toEqual(confirmed);
    expect(await keptText(storage, { ...key, sectionId: 'other' })).toBeNull();
    expect(await keptText(storage, { ...key, mandateId: 'other' })).toBeNull();
  });

  it('[EX3] has one hash with other texts, in their order', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(hashOfHashes([a, b])).toBe('913f9338fb6c17253f3a14816fc08d52522454bfc19a8c99538a197cfb23fb41');
    expect(hashOfHashes([b, a])).not.toBe(hashOfHashes([a, b]));
  });
});
