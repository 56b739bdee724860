import { MalformedFrame } from './malformed-frame.js';
import type { PartFrame } from './part-frame.js';

export interface CollectedUpdate extends Pick<PartFrame, 'channel' | 'epoch' | 'lease' | 'n'> {
  readonly bytes: Uint8Array;
}

/** Puts the parts of one connection together. They arrive in order and one update at a time, as a socket keeps them. */
export class PartCollector {
  private readonly received: PartFrame[] = [];

  /** The whole update with its last part, otherwise null. A part 0 begins anew (a resend after a reconnect). @throws MalformedFrame */
  add(frame: PartFrame): CollectedUpdate | null {
    if (frame.part === 0) this.received.length = 0;
    const first = this.received[0] ?? frame;
    if (frame.part !== this.received.length || !isSameUpdate(first, frame)) {
      this.received.length = 0;
      throw new MalformedFrame('part out of order');
    }
    this.received.push(frame);
    if (this.received.length < frame.parts) return null;
    const parts = this.received.splice(0);
    return { channel: frame.channel, epoch: frame.epoch, lease: frame.lease, n: frame.n, bytes: joined(parts.map((part) => part.bytes)) };
  }
}

const isSameUpdate = (a: PartFrame, b: PartFrame): boolean =>
  a.channel === b.channel && a.epoch === b.epoch && a.lease === b.lease && a.n === b.n && a.parts === b.parts;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}
