import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { readSection } from '../binding/read-section.js';
import { setBlockAttribute } from '../schema/block-element.js';
import { sectionSchema } from '../schema/section-schema.js';
import { judgeUpdate } from './judge-update.js';
import { repairAfter } from './repair-after.js';
import { block, blockOf, changed, countingIds, LEASE, run, sectionOf, SERVER_LEASE } from './section.fixture.js';

const base = Y.encodeStateAsUpdate(sectionOf('one', { heading: 1, text: 'two' }, 'three'));

function section(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base);
  return doc;
}

const HONEST = [
  (body: Y.XmlFragment) => run(body).insert(1, 'letters'),
  (body: Y.XmlFragment) => run(body).format(0, 2, { link: { href: 'https://example.org' } }),
  (body: Y.XmlFragment) => run(body).delete(0, 2),
  (body: Y.XmlFragment) => body.delete(1, 2),
  (body: Y.XmlFragment) => body.insert(1, [blockOf('bulletList', [blockOf('listItem', [blockOf('paragraph', ['item'])])])]),
  (body: Y.XmlFragment) => setBlockAttribute(block(body, 1), 'level', 2),
].map((change) => changed(section(), change));

const mutation = fc.record({ at: fc.nat(400), byte: fc.nat(255), does: fc.constantFrom('set', 'insert', 'remove') });
const mutated = fc
  .tuple(fc.constantFrom(...HONEST), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([update, mutations]) => {
    const bytes = [...update];
    for (const { at, byte, does } of mutations) bytes.splice(at % bytes.length, does === 'insert' ? 0 : 1, ...(does === 'remove' ? [] : [byte]));
    return Uint8Array.from(bytes);
  });

function expectHarmless(bytes: Uint8Array): void {
  const doc = section();
  const judgement = judgeUpdate(doc, { bytes, lease: LEASE });
  if (judgement.ok) {
    if (judgement.needsRepair) repairAfter(doc, SERVER_LEASE, countingIds(90_000));
    readSection(doc.getXmlFragment('body'), sectionSchema).check();
  } else if (!judgement.tainted) {
    expect(Y.encodeStateAsUpdate(doc)).toEqual(base);
  }
}

describe('the gate', () => {
  it('[R11] survives any bytes, and what it takes can be shown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), expectHarmless), { numRuns: 500 });
  });

  it('[R11] survives honest updates with wrong bytes in them, and what it takes can be shown', () => {
    fc.assert(fc.property(mutated, expectHarmless), { numRuns: 1_500 });
  });
});
