import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { decodeApplied, decodePart, decodePush, encodeApplied, encodeParts, encodePush, isStateVector, MalformedFrame, oneFrameParser, PART_MAX_BYTES, SOCKET_TABLES, type PartFrame } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { seededRandom } from '@expert-forum/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PacketType, type Packet } from 'socket.io-parser';
import * as Y from 'yjs';
import { WaitingParts } from '../../src/features/drafting/doors/waiting-parts.js';
import { mutantOf, mutantsOf, oneOf } from './mutants.fixture.js';

/** A long run: `HOSTILE_UPDATES=200000 TORTURE_SEED=1`. It checks times too; a short one runs beside too much else. */
const LONG = Number(process.env['HOSTILE_UPDATES'] ?? 0);
const SEED = Number(process.env['TORTURE_SEED'] ?? 2_040);
const MUTANTS = LONG || 2_000;
/** Longest that one mutant may keep the process busy. */
const MOST_MS = 20;

/** Of three trials the shortest: others share the machine. */
const shortest = (work: () => void): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );

/** Shows every mutant to whoever has to survive it. @param make anew for each, as it may remember what it was shown */
function survive<T>(what: string, mutant: (random: () => number) => T, make: () => (shown: T) => unknown): void {
  const random = seededRandom(SEED);
  let longest = 0;
  for (let turn = 0; turn < MUTANTS; turn += 1) {
    const shown = mutant(random);
    const began = performance.now();
    make()(shown);
    let took = performance.now() - began;
    if (LONG > 0 && took > longest) took = shortest(() => make()(shown));
    longest = Math.max(longest, took);
  }
  if (LONG === 0) return;
  console.log(`${what}: ${MUTANTS} mutants, the longest took ${longest.toFixed(1)} ms`);
  expect(longest).toBeLessThanOrEqual(MOST_MS);
}

/** @returns null if it was refused, as it should be */
function orRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof MalformedFrame) return null;
    throw error;
  }
}

const bytes = (length: number, first = 1): Uint8Array => Uint8Array.from({ length }, (_, index) => first + index);
const head = { channel: 7, epoch: 2, lease: 300, firstN: 9 };
const PUSHES = [[bytes(1)], [bytes(12), bytes(30)], [bytes(200), bytes(0), bytes(3)]].map((updates) => encodePush({ ...head, updates }));
const APPLIED = [1, 3].map((count) => encodeApplied({ ...head, firstSeq: 70_000, updates: Array.from({ length: count }, () => ({ lease: 2 ** 32 - 1, bytes: bytes(20) })) }));
/** `[channel][epoch][lease][n][part][parts]{length, bytes}`; those that travel are up to 60 KiB. */
const smallPart = (n: number, part: number, parts: number): Uint8Array => Uint8Array.of(7, 2, 3, n, part, parts, 9, ...bytes(9, 10 * part));
const SMALL = [0, 1, 2].map((part) => smallPart(4, part, 3));
const LARGE = encodeParts({ channel: 7, epoch: 2, lease: 3, n: 5 }, new Uint8Array(PART_MAX_BYTES + 40).fill(8));
const PARTS = [...SMALL, smallPart(5, 0, 35), smallPart(5, 1, 35), smallPart(4, 1, 2), smallPart(6, 0, 1)];

describe('[R4] [P11] frames with something wrong in them', () => {
  const isSame = <T>(read: T, again: (read: T) => T): boolean => isDeepStrictEqual(again(read), read);
  const isPart = ({ n, part, parts, bytes }: PartFrame): boolean =>
    n > 0 && part < parts && parts <= Math.ceil(LIMITS.update.bytes / PART_MAX_BYTES) && bytes.byteLength > 0 && bytes.byteLength <= PART_MAX_BYTES;

  /** What is done with the mutants of which frames, and whether what is read of one is what it should be. */
  it.each<[string, Uint8Array[], (frame: Uint8Array) => boolean]>([
    ['pushes', PUSHES, (frame) => isSame(decodePush(frame), (read) => decodePush(encodePush(read)))],
    ['applied updates', APPLIED, (frame) => isSame(decodeApplied(frame), (read) => decodeApplied(encodeApplied(read)))],
    ['parts', PARTS, (frame) => isPart(decodePart(frame))],
  ])('are read or refused as malformed: %s', (what, valid, read) => {
    const others = [...PUSHES, ...APPLIED, ...PARTS];
    survive(what, (random) => mutantOf(oneOf(random, valid), random, others), () => (frame) => assert.notEqual(orRefused(() => read(frame)), false));
  }, 1_800_000);

  it('are a state vector or none', () => {
    const doc = new Y.Doc();
    for (const client of [1, 300, 0xffff_ffff]) {
      doc.clientID = client;
      doc.getArray('a').push([client]);
    }
    const vector = Y.encodeStateVector(doc);
    survive('state vectors', (random) => mutantOf(vector, random, PUSHES), () => (mutant) => {
      if (isStateVector(mutant)) Y.decodeStateVector(mutant);
    });
  }, 1_800_000);
});

describe('[PR9] parts with something wrong in them or in their order', () => {
  let waiting: WaitingParts;
  let arrived: PartFrame[];

  beforeEach(() => {
    [waiting, arrived] = [new WaitingParts(), []];
  });
  afterEach(() => waiting.stop());

  /** The length of an update that is whole; it is made of the last parts that came, each in its place. */
  function add(frame: Uint8Array): number | null {
    return orRefused(() => {
      const part = decodePart(frame);
      arrived.push(part);
      const whole = waiting.add(part);
      if (whole === null) return null;
      const made = arrived.splice(0).slice(-part.parts);
      assert.ok(made.length === part.parts && made.every((each, index) => each.part === index));
      assert.ok(Buffer.concat(made.map((each) => each.bytes)).equals(whole.bytes));
      return whole.bytes.byteLength;
    });
  }

  it('make an update within its limit or none, and the next one of the connection is whole', () => {
    survive(
      'updates in parts',
      (random) => (random() < 0.01 ? mutantsOf(LARGE, random, PARTS) : mutantsOf(SMALL, random, PARTS)),
      () => (frames) => {
        assert.ok(frames.map(add).every((length) => (length ?? 0) <= LIMITS.update.bytes));
        assert.deepEqual(SMALL.map(add), [null, null, 27]);
      },
    );
  }, 1_800_000);
});

describe('[PR7] packets with something wrong in them', () => {
  const { Encoder, Decoder } = oneFrameParser(SOCKET_TABLES);
  const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data });
  const packets: Packet[] = [
    event('update:push', PUSHES[1]),
    { ...event('update:push', PUSHES[0]), id: 70_000 },
    event('presence:move', bytes(5), 'a tail', 7, null, true),
    { ...event('not:listed', bytes(3)), nsp: '/elsewhere' },
    { type: PacketType.ACK, nsp: '/', id: 3, data: [bytes(4)] },
    { ...event('section:leave', { sectionId: 's-0000000001' }), id: 12 },
    { ...event('section:join', { sectionId: 's-0000000001', stateVector: Buffer.from(bytes(8)), resume: [1, 2], fresh: 1 }), id: 4 },
    { ...event('section:join', { stateVector: Buffer.from(bytes(8)), other: [[Buffer.from(bytes(2))]] }), id: 5 },
    { type: PacketType.ACK, nsp: '/', id: 9, data: [{ ok: true, value: null }] },
    { type: PacketType.CONNECT, nsp: '/', data: { ticket: 'a-ticket', protocol: 1, schema: 2 } },
    { type: PacketType.DISCONNECT, nsp: '/' },
    event('disconnect', bytes(3)), // no client sends this one
  ];
  /** Texts as bytes, and a mark by which they become texts again. */
  const TEXT = new WeakSet<Uint8Array>();
  const sequences: Uint8Array[][] = packets.map((packet) =>
    new Encoder().encode(packet).map((frame) => {
      if (typeof frame !== 'string') return Uint8Array.from(frame as Buffer);
      const text = Uint8Array.from(Buffer.from(frame, 'latin1'));
      TEXT.add(text);
      return text;
    }),
  );
  const frames = sequences.flat();
  const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

  const TYPES = [PacketType.CONNECT, PacketType.DISCONNECT, PacketType.EVENT, PacketType.ACK, PacketType.CONNECT_ERROR, PacketType.BINARY_EVENT, PacketType.BINARY_ACK];

  /** An event without a name is no command (4400), and an answer to nothing is passed over: the stock texts allow both. */
  function isPacket({ type, nsp, data, id }: Packet): boolean {
    if (!TYPES.includes(type) || !nsp.startsWith('/')) return false;
    if (data === undefined) return true;
    if (type === PacketType.EVENT || type === PacketType.BINARY_EVENT) return ['string', 'number'].includes(typeof data[0]) && !RESERVED.includes(data[0]);
    return type !== PacketType.ACK || (Array.isArray(data) && (id === undefined || Number.isInteger(id)));
  }

  it('are read as what a socket knows, or cut the line and are the last that is read of it', () => {
    survive(
      'packets',
      (random) => {
        const sent = mutantsOf(oneOf(random, sequences), random, frames);
        return sent.map((frame) => (TEXT.has(frame) || (!frames.includes(frame) && random() < 0.5) ? Buffer.from(frame).toString('latin1') : frame));
      },
      () => {
        const decoder = new Decoder();
        const read: Packet[] = [];
        let isCut = false;
        decoder.on('decoded', (packet) => read.push(packet));
        return (sent) => {
          for (const frame of [...sent, ...frames]) {
            const before = read.length;
            try {
              decoder.add(frame);
              assert.ok(!isCut || read.length === before);
            } catch (error) {
              if (isCut || !(error instanceof Error)) throw error;
              isCut = true;
            }
          }
          assert.deepEqual(read.filter((packet) => !isPacket(packet)), []);
          decoder.destroy();
        };
      },
    );
  }, 1_800_000);
});
