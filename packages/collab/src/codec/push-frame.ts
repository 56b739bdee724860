import * as encoding from 'lib0/encoding';
import { FrameReader } from './frame-reader.js';
import { MalformedFrame } from './malformed-frame.js';

/** `update:push`: updates of one lease, numbered without holes from `firstN` on (R5). */
export interface PushFrame {
  readonly channel: number;
  readonly epoch: number;
  readonly lease: number;
  /** Number of the first update; the others follow. Starts at 1. */
  readonly firstN: number;
  readonly updates: readonly Uint8Array[];
}

/** `[channel][epoch][lease][firstN][count]{length, bytes}`, integers as varints. */
export function encodePush(frame: PushFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const head of [frame.channel, frame.epoch, frame.lease, frame.firstN, frame.updates.length]) {
    encoding.writeVarUint(encoder, head);
  }
  for (const update of frame.updates) encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** @throws MalformedFrame */
export function decodePush(bytes: Uint8Array): PushFrame {
  const reader = new FrameReader(bytes);
  const [channel, epoch, lease, firstN] = [reader.integer(), reader.integer(), reader.integer(), reader.integer()];
  const count = reader.count(1);
  if (count === 0 || firstN === 0) throw new MalformedFrame('a push holds at least one update, numbered from 1');
  const updates = Array.from({ length: count }, () => reader.bytes());
  reader.end();
  return { channel, epoch, lease, firstN, updates };
}
