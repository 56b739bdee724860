import { LIMITS } from '@expert-forum/domain';
import type { Decoder } from 'lib0/decoding';
import * as Y from 'yjs';

// A mark's value is JSON; the longest that is allowed is a link.
const LONGEST_JSON_CHARACTERS = 4_096;

/** Something in an update is more than any honest update holds. */
export class TooMuch extends Error {}

/** Reads a V1 update and stops at the first list that is longer than the limits, instead of building it first. */
export class BoundedDecoder extends Y.UpdateDecoderV1 {
  /** The decoder of the update that is being read; Yjs makes it and keeps it. */
  static latest: BoundedDecoder | null = null;

  private deleteRanges = 0;
  private values = 0;

  constructor(decoder: Decoder) {
    super(decoder);
    BoundedDecoder.latest = this;
  }

  override readDsLen(): number {
    if (++this.deleteRanges > LIMITS.update.deleteRanges) throw new TooMuch('too many delete ranges');
    return super.readDsLen();
  }

  override readAny(): unknown {
    if (++this.values > LIMITS.update.structs) throw new TooMuch('too many values');
    return super.readAny();
  }

  override readJSON(): unknown {
    const json = this.readString();
    if (json.length > LONGEST_JSON_CHARACTERS) throw new TooMuch('too long a value');
    return JSON.parse(json);
  }
}
