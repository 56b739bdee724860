import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { readSection } from '../binding/read-section.js';
import { setBlockAttribute } from '../schema/block-element.js';
import { sectionSchema } from '../schema/section-schema.js';
import { judgeUpdate } from './judge-update.js';
import { repairAfter } from './repair-after.js';
import { block, blockOf, changed, countingIds, LEASE, run, sectionOf, SERVER_LEASE } from './section.fixture.js';

/** A long run: `HOSTILE_UPDATES=200000 TORTURE_SEED=1`. It checks times too; a short one runs beside too much else. */
const LONG = Number(process.env['HOSTILE_UPDATES'] ?? 0);
const SEED = process.env['TORTURE_SEED'];
/** Longest that one update may keep the process busy. */
const MOST_MS = 20;

const base = Y.encodeStateAsUpdate(sectionOf('one', { heading: 1, text: 'two' }, 'three'));

function section(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base);
  return doc;
}

const cell = (text: string): Y.XmlElement => blockOf('tableCell', [blockOf('paragraph', [text])]);

const HONEST = [
  (body: Y.XmlFragment) => run(body).insert(1, 'letters'),
  (body: Y.XmlFragment) => run(body).format(0, 2, { link: { href: 'https://example.org' } }),
  (body: Y.XmlFragment) => run(body).delete(0, 2),
  (body: Y.XmlFragment) => body.delete(1, 2),
  (body: Y.XmlFragment) => body.insert(1, [blockOf('bulletList', [blockOf('listItem', [blockOf('paragraph', ['item'])])])]),
  (body: Y.XmlFragment) => setBlockAttribute(block(body, 1), 'level', 2),
  (body: Y.XmlFragment) => body.insert(2, [blockOf('table', [blockOf('tableRow', [cell('a'), cell('b')]), blockOf('tableRow', [cell('c'), cell('d')])])]),
  (body: Y.XmlFragment) => body.push([blockOf('footnote', ['said below'])]),
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

const runs = (short: number): { numRuns: number; seed?: number } => ({ numRuns: LONG > 0 ? LONG / 2 : short, ...(SEED !== undefined && { seed: Number(SEED) }) });

/** Of three trials the shortest: others share the machine. */
function timeOf(bytes: Uint8Array): number {
  const trials = Array.from({ length: 3 }, () => {
    const doc = section();
    const began = performance.now();
    judgeUpdate(doc, { bytes, lease: LEASE });
    return performance.now() - began;
  });
  return Math.min(...trials);
}

function survive(bytes: Uint8Array): void {
  const began = performance.now();
  expectHarmless(bytes);
  if (LONG > 0 && performance.now() - began > MOST_MS) expect(timeOf(bytes)).toBeLessThanOrEqual(MOST_MS);
}

describe('the gate', () => {
  it('[R11] survives any bytes, and what it takes can be shown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), survive), runs(500));
  }, 1_800_000);

  it('[R11] survives honest updates with wrong bytes in them, and what it takes can be shown', () => {
    fc.assert(fc.property(mutated, survive), runs(1_500));
  }, 1_800_000);
});
