import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PacketType, type Packet } from 'socket.io-parser';
import { oneFrameParser } from './one-frame-parser.js';

const { Encoder, Decoder } = oneFrameParser({ namespaces: ['/', '/drafting'], events: ['update:push', 'update:applied'] });

function decoded(frames: readonly unknown[]): Packet[] {
  const packets: Packet[] = [];
  const decoder = new Decoder();
  decoder.on('decoded', (packet) => packets.push(packet));
  frames.forEach((frame) => decoder.add(frame));
  return packets;
}

const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data });
const plain = (data: unknown[]) => data.map((value) => (value instanceof Uint8Array ? [...value] : value));

describe('the one-frame parser', () => {
  it('sends 25 bytes under a known name as one frame of 28', () => {
    const frames = new Encoder().encode(event('update:push', new Uint8Array(25)));

    expect(frames).toEqual([expect.objectContaining({ byteLength: 28 })]);
  });

  it('brings bytes, further scalars, names outside the tables and packet ids back', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const packet = fc.record({
      nsp: fc.constantFrom('/', '/drafting', '/elsewhere'),
      id: fc.option(fc.nat(0xffff_ffff), { nil: undefined }),
      name: fc.constantFrom('update:push', 'update:applied', 'not:listed', 'é'),
      bytes: fc.uint8Array({ maxLength: 300 }),
      tail: fc.array(scalar, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(packet, ({ nsp, id, name, bytes, tail }) => {
        const sent: Packet = { type: PacketType.EVENT, nsp, data: [name, bytes, ...tail], ...(id !== undefined && { id }) };
        const frames = new Encoder().encode(sent);
        const [received] = decoded(frames);

        expect(frames).toHaveLength(1);
        expect(received).toMatchObject({ type: PacketType.EVENT, nsp, ...(id !== undefined && { id }) });
        expect(plain(received?.data)).toEqual([name, [...bytes], ...tail]);
      }),
    );
  });

  it('brings an acknowledgement of bytes back', () => {
    const [received] = decoded(new Encoder().encode({ type: PacketType.ACK, nsp: '/', id: 7, data: [Uint8Array.of(1, 2)] }));

    expect(received).toMatchObject({ type: PacketType.ACK, id: 7 });
    expect(plain(received?.data)).toEqual([[1, 2]]);
  });

  it.each([
    ['JSON', event('section:join', { sectionId: 's-1' })],
    ['bytes inside an object', event('section:join', { stateVector: Buffer.from([1]) })],
    ['two byte strings', event('update:push', Buffer.from([1]), Buffer.from([2]))],
    ['a connect', { type: PacketType.CONNECT, nsp: '/', data: { ticket: 't' } }],
  ] satisfies [string, Packet][])('leaves %s in the stock encoding', (_title, packet) => {
    const [received] = decoded(new Encoder().encode(packet));

    expect(JSON.stringify(received?.data)).toBe(JSON.stringify(packet.data));
  });

  it('throws an Error at garbage, and then ignores the connection', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ maxLength: 20 }), fc.constant(7)), (garbage) => {
        const decoder = new Decoder();
        try {
          decoder.add(garbage);
        } catch (problem) {
          expect(problem).toBeInstanceOf(Error);
          expect(() => decoder.add(garbage)).not.toThrow();
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuses names with which a peer could fake a disconnect', () => {
    const [frame] = new Encoder().encode(event('disconnect', new Uint8Array(1)));

    expect(() => decoded([frame])).toThrow('reserved event name');
  });

  it('[P11] refuses a text packet that announces more attachments than any command has', () => {
    for (const announced of ['53-["update:push",{"_placeholder":true,"num":0}]', '5999999-["update:push"]', '61000000-1[]', '51e0-["a"]', '5']) {
      expect(() => decoded([announced])).toThrow('too many attachments');
    }
    expect(decoded(['51-["section:join",{"stateVector":{"_placeholder":true,"num":0}}]', Uint8Array.of(7)])).toHaveLength(1);
  });
});
