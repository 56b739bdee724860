import { PacketType, type Packet } from 'socket.io-parser';

/** Names that travel as one byte. Shared by both ends, so a table is only ever appended to. */
export interface OneFrameTables {
  readonly namespaces: readonly string[];
  readonly events: readonly string[];
}

/*
 * byte 0    0xA0 | flags: 1 = acknowledgement instead of event, 2 = has a packet id, 4 = has a tail
 * byte 1    namespace: index into the table from 1; 0 = a literal follows (u8 length, UTF-8)
 * byte 2    event, likewise; absent in an acknowledgement
 * [id]      u32 little endian
 * [tail]    u16 length, JSON array of scalars: further arguments
 * payload   up to the end of the frame
 */
const FORMAT = 0xa0;
const FORMAT_MASK = 0xf8;
const ACKNOWLEDGEMENT = 1;
const HAS_ID = 2;
const HAS_TAIL = 4;
const MAX_TAIL_BYTES = 4096;
const MAX_NAME_BYTES = 255;
const MAX_ID = 0xffff_ffff;
// As in the stock decoder: otherwise a peer could fake a disconnect.
const RESERVED = new Set(['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']);

const toUtf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true });
// Node's buffers come from a pool, five times cheaper for small frames; browsers have none.
const allocate = (length: number): Uint8Array =>
  typeof Buffer === 'function' ? Buffer.allocUnsafe(length) : new Uint8Array(length);

export function asBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}

const isScalar = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

interface Name {
  readonly index: number;
  readonly literal: Uint8Array | null;
}

function nameIn(table: readonly string[], name: string): Name | null {
  const index = table.indexOf(name) + 1;
  if (index > 0) return { index, literal: null };
  const literal = toUtf8.encode(name);
  return literal.byteLength > MAX_NAME_BYTES ? null : { index: 0, literal };
}

/** The frame of a packet whose first argument is bytes and whose others are scalars; null when it does not fit this format. */
export function encodePacket(packet: Packet, tables: OneFrameTables): Uint8Array | null {
  const isEvent = packet.type === PacketType.EVENT;
  if (!isEvent && packet.type !== PacketType.ACK) return null;
  const data: unknown = packet.data;
  if (!Array.isArray(data)) return null;
  const [event, ...args]: unknown[] = isEvent ? data : ['', ...data];
  const [first, ...others] = args;
  const payload = asBytes(first);
  if (payload === null || typeof event !== 'string' || !others.every(isScalar)) return null;
  const { id } = packet;
  if (id !== undefined && !(id >= 0 && id <= MAX_ID)) return null;

  const namespace = nameIn(tables.namespaces, packet.nsp);
  const name = isEvent ? nameIn(tables.events, event) : null;
  const tail = others.length === 0 ? null : toUtf8.encode(JSON.stringify(others));
  if (namespace === null || (isEvent && name === null) || (tail !== null && tail.byteLength > MAX_TAIL_BYTES)) return null;

  const names = name === null ? [namespace] : [namespace, name];
  const head = names.reduce((length, { literal }) => length + 1 + (literal === null ? 0 : 1 + literal.byteLength), 1);
  const frame = allocate(head + (id === undefined ? 0 : 4) + (tail === null ? 0 : 2 + tail.byteLength) + payload.byteLength);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  let at = 0;
  const byte = (value: number): void => view.setUint8(at++, value);
  const bytes = (value: Uint8Array): void => {
    frame.set(value, at);
    at += value.byteLength;
  };

  byte(FORMAT | (isEvent ? 0 : ACKNOWLEDGEMENT) | (id === undefined ? 0 : HAS_ID) | (tail === null ? 0 : HAS_TAIL));
  for (const { index, literal } of names) {
    byte(index);
    if (literal === null) continue;
    byte(literal.byteLength);
    bytes(literal);
  }
  if (id !== undefined) {
    view.setUint32(at, id, true);
    at += 4;
  }
  if (tail !== null) {
    view.setUint16(at, tail.byteLength, true);
    at += 2;
    bytes(tail);
  }
  bytes(payload);
  return frame;
}

/** The packet of a frame. Its payload is a view of the frame: copy it before keeping it. Throws on anything else. */
export function decodePacket(frame: Uint8Array, tables: OneFrameTables): Packet {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > frame.byteLength) throw new Error('truncated packet');
    at += length;
    return frame.subarray(at - length, at);
  };
  const byte = (): number => view.getUint8(at++);
  const name = (table: readonly string[]): string => {
    const index = byte();
    const known = index === 0 ? fromUtf8.decode(take(byte())) : table[index - 1];
    if (known === undefined) throw new Error('unknown name');
    return known;
  };
  const integer = (length: 2 | 4): number => {
    take(length);
    return length === 2 ? view.getUint16(at - 2, true) : view.getUint32(at - 4, true);
  };

  const head = byte();
  if ((head & FORMAT_MASK) !== FORMAT) throw new Error('unknown packet format');
  const nsp = name(tables.namespaces);
  if (!nsp.startsWith('/')) throw new Error('invalid namespace');
  const isEvent = (head & ACKNOWLEDGEMENT) === 0;
  const event = isEvent ? [name(tables.events)] : [];
  if (event.some((reserved) => RESERVED.has(reserved))) throw new Error('reserved event name');
  if (!isEvent && (head & HAS_ID) === 0) throw new Error('acknowledgement without id');
  const id = (head & HAS_ID) === 0 ? {} : { id: integer(4) };
  const tail = (head & HAS_TAIL) === 0 ? [] : readTail(take(integer(2)));
  const data = [...event, frame.subarray(at), ...tail];
  return { type: isEvent ? PacketType.EVENT : PacketType.ACK, nsp, data, ...id };
}

function readTail(bytes: Uint8Array): unknown[] {
  if (bytes.byteLength > MAX_TAIL_BYTES) throw new Error('tail too long');
  const tail: unknown = JSON.parse(fromUtf8.decode(bytes));
  if (!Array.isArray(tail) || !tail.every(isScalar)) throw new Error('invalid tail');
  return tail;
}
