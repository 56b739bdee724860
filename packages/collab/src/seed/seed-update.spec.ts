import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { toDocumentJson } from '../canonical/document-json.js';
import { countingIds } from '../gate/section.fixture.js';
import { sectionSchema } from '../schema/section-schema.js';
import { seedUpdate } from './seed-update.js';

const seed = () => seedUpdate({ blocks: ['one\ntwo', { heading: 2, text: 'three' }, ''], lease: 5, newId: countingIds() });

describe('[R12] a seed', () => {
  it('is a text of the section schema, written under the server’s lease alone', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seed());

    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([5]);
    expect(sectionSchema.nodeFromJSON(toDocumentJson(doc)).toString()).toBe(
      'doc(paragraph("one", hardBreak, "two"), heading("three"), paragraph)',
    );
  });

  it('is the same bytes every time', () => {
    expect(seed()).toEqual(seed());
  });
});
