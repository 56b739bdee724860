import { LIMITS } from '@expert-forum/domain';
import { expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DocumentCensus } from './document-census.js';
import { run, sectionOf } from './section.fixture.js';

it('[R11] a section holds 4 MiB as it is encoded, and not a byte more', () => {
  const doc = sectionOf('one', 'two');
  const free = LIMITS.document.bytes - Y.encodeStateAsUpdate(doc).byteLength;
  const census = DocumentCensus.of(doc);
  expect([free, free + 1].map((bytes) => census.isFullWith(bytes))).toEqual([false, true]);
});

it('[R11] no section is larger than it is held to be, also where it is the addresses of links that fill it', () => {
  const doc = sectionOf('');
  const census = DocumentCensus.of(doc);
  const href = `https://forum.example/${'x'.repeat(2_000)}`;
  run(doc.getXmlFragment('body')).applyDelta(Array.from({ length: 1_000 }, (_, link) => ({ insert: 'x', attributes: { link: { href: `${href}${link}` } } })));
  const free = LIMITS.document.bytes - Y.encodeStateAsUpdate(doc).byteLength;
  expect([free, free + 1].map((bytes) => census.isFullWith(bytes))).toEqual([false, true]);
});
