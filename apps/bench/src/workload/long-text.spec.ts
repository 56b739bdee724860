import * as Y from 'yjs';
import { firstParagraph, seedIfEmpty } from '../systems/shared-text.ts';
import { writeLongText } from './long-text.ts';

describe('a long text', () => {
  it('[B6] has the bytes that were asked for, in many pieces, and little more', () => {
    const doc = new Y.Doc();
    seedIfEmpty(doc);
    writeLongText(doc, 40_000);
    const bytes = Y.encodeStateAsUpdate(doc).byteLength;
    expect(bytes).toBeGreaterThanOrEqual(40_000);
    expect(bytes).toBeLessThan(55_000);
    expect(firstParagraph(doc).length % 5).toBe(0);
    expect(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.length).toBeGreaterThan(1_000);
  });
});
