import * as encoding from 'lib0/encoding';
import { FrameReader } from './frame-reader.js';
import { MalformedFrame } from './malformed-frame.js';

export interface AppliedUpdate {
  readonly lease: number;
  readonly bytes: Uint8Array;
}

/** `update:applied`: committed updates of one section with the consecutive seqs from `firstSeq` on. */
export interface AppliedFrame {
  readonly channel: number;
  readonly epoch: number;
  readonly firstSeq: number;
  readonly updates: readonly AppliedUpdate[];
}

/** `[channel][epoch][firstSeq][count]{lease, length, bytes}`, integers as varints. */
export function encodeApplied(frame: AppliedFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const head of [frame.channel, frame.epoch, frame.firstSeq, frame.updates.length]) {
    encoding.writeVarUint(encoder, head);
  }
  for (const { lease, bytes } of frame.updates) {
    encoding.writeVarUint(encoder, lease);
    encoding.writeVarUint8Array(encoder, bytes);
  }
  return encoding.toUint8Array(encoder);
}

/** @throws MalformedFrame */
export function decodeApplied(bytes: Uint8Array): AppliedFrame {
  const reader = new FrameReader(bytes);
  const [channel, epoch, firstSeq] = [reader.integer(), reader.integer(), reader.integer()];
  const count = reader.count(2);
  if (count === 0) throw new MalformedFrame('an applied frame holds at least one update');
  const updates = Array.from({ length: count }, () => ({ lease: reader.integer(), bytes: reader.bytes() }));
  reader.end();
  return { channel, epoch, firstSeq, updates };
}
