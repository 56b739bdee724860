import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { decodeApplied, encodeApplied } from './applied-frame.js';
import { MalformedFrame } from './malformed-frame.js';
import { PartCollector } from './part-collector.js';
import { decodePart, encodeParts, PART_MAX_BYTES } from './part-frame.js';
import { decodePush, encodePush } from './push-frame.js';
import { isStateVector } from './state-vector.js';

const integer = fc.maxSafeNat();
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const bytes = fc.uint8Array({ maxLength: 40 });
const push = fc.record({ channel: integer, epoch: integer, lease: integer, firstN: positive, updates: fc.array(bytes, { minLength: 1 }) });
const applied = fc.record({
  channel: integer,
  epoch: integer,
  firstSeq: integer,
  updates: fc.array(fc.record({ lease: integer, bytes }), { minLength: 1 }),
});

describe('frames', () => {
  it('[R5] carry pushed updates there unchanged', () => {
    fc.assert(fc.property(push, (frame) => expect(decodePush(encodePush(frame))).toEqual(frame)));
  });

  it('[R5] carry applied updates there unchanged', () => {
    fc.assert(fc.property(applied, (frame) => expect(decodeApplied(encodeApplied(frame))).toEqual(frame)));
  });

  it.each([decodePush, decodeApplied, decodePart])('[R4] answer any other bytes with MalformedFrame only: %p', (decode) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (garbage) => {
        try {
          decode(garbage);
        } catch (problem) {
          expect(problem).toBeInstanceOf(MalformedFrame);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['cut off', (frame: Uint8Array) => frame.subarray(0, -1)],
    ['followed by a byte', (frame: Uint8Array) => Uint8Array.of(...frame, 0)],
    ['with a length beyond its end', (frame: Uint8Array) => frame.with(5, 100)],
    ['announcing more updates than it holds', (frame: Uint8Array) => frame.with(4, 100)],
    ['numbered from 0', (frame: Uint8Array) => frame.with(3, 0)],
  ])('[R4] is refused when %s', (_title, spoil) => {
    const frame = encodePush({ channel: 1, epoch: 1, lease: 9, firstN: 1, updates: [Uint8Array.of(1, 2, 3)] });

    expect(() => decodePush(spoil(frame))).toThrow(MalformedFrame);
  });

  it('[R5] are copied out of the chunk they arrived in', () => {
    const frame = encodePush({ channel: 1, epoch: 1, lease: 9, firstN: 1, updates: [Uint8Array.of(1, 2, 3)] });
    const [update] = decodePush(frame).updates;
    frame.fill(0);

    expect(update).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('parts', () => {
  const head = { channel: 1, epoch: 2, lease: 3, n: 4 };
  const update = Uint8Array.from({ length: 2 * PART_MAX_BYTES + 5 }, (_, index) => index % 251);
  const frames = encodeParts(head, update);

  it('stay below a socket frame and come together as one update', () => {
    const collector = new PartCollector();
    const collected = frames.map((frame) => collector.add(decodePart(frame)));

    expect(Math.max(...frames.map((frame) => frame.byteLength))).toBeLessThan(64 * 1024);
    expect(collected).toEqual([null, null, { ...head, bytes: update }]);
  });

  it('begin anew when the first one comes again', () => {
    const collector = new PartCollector();
    const [first, ...others] = frames.map((frame) => decodePart(frame));
    if (first === undefined) throw new Error('there are parts');
    collector.add(first);
    const collected = [first, ...others].map((part) => collector.add(part));

    expect(collected.at(-1)).toEqual({ ...head, bytes: update });
  });

  it('are refused out of order', () => {
    const collector = new PartCollector();
    const last = frames.at(-1);
    if (last === undefined) throw new Error('there are parts');

    expect(() => collector.add(decodePart(last))).toThrow(MalformedFrame);
  });

  it('are forgotten when one of them comes out of order', () => {
    const collector = new PartCollector();
    const [first, second, third] = frames.map((frame) => decodePart(frame));
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are three parts');
    collector.add(first);

    expect(() => collector.add(third)).toThrow(MalformedFrame);
    expect(() => collector.add(second)).toThrow(MalformedFrame);
  });
});

describe('state vectors', () => {
  const doc = new Y.Doc();
  for (const client of [1, 300, 0xffff_ffff]) {
    doc.clientID = client;
    doc.getArray('a').push([client]);
  }
  const vector = Y.encodeStateVector(doc);

  it('[R4] are known from bytes that are none', () => {
    expect(isStateVector(vector)).toBe(true);
    expect(isStateVector(Uint8Array.of(0))).toBe(true);
    for (let length = 0; length < vector.byteLength; length++) expect(isStateVector(vector.subarray(0, length))).toBe(false);
    expect(isStateVector(Uint8Array.of(...vector, 0))).toBe(false);
    expect(isStateVector(Uint8Array.of(255, 255, 255, 255, 15))).toBe(false);
  });
});
