import * as decoding from 'lib0/decoding';
import { MalformedFrame } from './malformed-frame.js';

/** Reads varints and byte strings, never past the end of the frame. */
export class FrameReader {
  private readonly decoder: decoding.Decoder;

  constructor(private readonly frame: Uint8Array) {
    this.decoder = decoding.createDecoder(frame);
  }

  get remaining(): number {
    return this.frame.byteLength - this.decoder.pos;
  }

  /** An unsigned integer up to 2^53 − 1. */
  integer(): number {
    try {
      return decoding.readVarUint(this.decoder);
    } catch {
      throw new MalformedFrame('an integer is cut off or too large');
    }
  }

  /** A length-prefixed byte string, copied: the frame is often a view of a chunk shared with other connections. */
  bytes(): Uint8Array {
    const length = this.integer();
    if (length > this.remaining) throw new MalformedFrame('a byte string is longer than its frame');
    const start = this.decoder.pos;
    this.decoder.pos += length;
    return this.frame.slice(start, start + length);
  }

  /** A number of entries that the rest of the frame can hold. */
  count(smallestEntry: number): number {
    const count = this.integer();
    if (count * smallestEntry > this.remaining) throw new MalformedFrame('more entries announced than the frame holds');
    return count;
  }

  end(): void {
    if (this.remaining > 0) throw new MalformedFrame('bytes after the last entry');
  }
}
