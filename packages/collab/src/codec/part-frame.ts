import { LIMITS } from '@expert-forum/domain';
import * as encoding from 'lib0/encoding';
import { FrameReader } from './frame-reader.js';
import { MalformedFrame } from './malformed-frame.js';

/** Bytes of an update in one part: with its head it stays below the 64 KiB of a socket frame. */
export const PART_MAX_BYTES = 60 * 1024;

/** `update:part`: one piece of an update that is too large for a frame. Gated, committed and shown as one. */
export interface PartFrame {
  readonly channel: number;
  readonly epoch: number;
  readonly lease: number;
  readonly n: number;
  /** From 0. */
  readonly part: number;
  readonly parts: number;
  readonly bytes: Uint8Array;
}

const MAX_PARTS = Math.ceil(LIMITS.update.bytes / PART_MAX_BYTES);

/** `[channel][epoch][lease][n][part][parts]{length, bytes}`, integers as varints. */
export function encodePart(frame: PartFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const head of [frame.channel, frame.epoch, frame.lease, frame.n, frame.part, frame.parts]) {
    encoding.writeVarUint(encoder, head);
  }
  encoding.writeVarUint8Array(encoder, frame.bytes);
  return encoding.toUint8Array(encoder);
}

/** @throws MalformedFrame */
export function decodePart(frame: Uint8Array): PartFrame {
  const reader = new FrameReader(frame);
  const [channel, epoch, lease] = [reader.integer(), reader.integer(), reader.integer()];
  const [n, part, parts, bytes] = [reader.integer(), reader.integer(), reader.integer(), reader.bytes()];
  reader.end();
  if (n === 0 || parts === 0 || parts > MAX_PARTS || part >= parts) throw new MalformedFrame('part out of range');
  if (bytes.byteLength === 0 || bytes.byteLength > PART_MAX_BYTES) throw new MalformedFrame('part of a wrong size');
  return { channel, epoch, lease, n, part, parts, bytes };
}

/** Cuts a large update into frames, in the order in which they are sent. */
export function encodeParts(head: Pick<PartFrame, 'channel' | 'epoch' | 'lease' | 'n'>, update: Uint8Array): Uint8Array[] {
  const parts = Math.ceil(update.byteLength / PART_MAX_BYTES);
  return Array.from({ length: parts }, (_, part) =>
    encodePart({ ...head, part, parts, bytes: update.subarray(part * PART_MAX_BYTES, (part + 1) * PART_MAX_BYTES) }),
  );
}
