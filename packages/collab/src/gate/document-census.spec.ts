import { LIMITS } from '@expert-forum/domain';
import { expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DocumentCensus } from './document-census.js';
import { sectionOf } from './section.fixture.js';

it('[R11] a section holds 4 MiB as it is encoded, and not a byte more', () => {
  const doc = sectionOf('one', 'two');
  const free = LIMITS.document.bytes - Y.encodeStateAsUpdate(doc).byteLength;
  const census = DocumentCensus.of(doc);
  expect([free, free + 1].map((bytes) => census.isFullWith(bytes))).toEqual([false, true]);
});
