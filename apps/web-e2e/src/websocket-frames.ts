/** Cuts what comes over a websocket into its frames, whole and as they are; the answer to the upgrade counts as the first. */
export class FrameReader {
  private rest = Buffer.alloc(0);
  private awaitsHead: boolean;

  constructor({ hasHead }: { hasHead: boolean }) {
    this.awaitsHead = hasHead;
  }

  read(bytes: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const frames: Buffer[] = [];
    for (let length = this.nextLength(); length !== null; length = this.nextLength()) {
      frames.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
    }
    return frames;
  }

  /** Of the frame that is there as a whole; null: none is. */
  private nextLength(): number | null {
    if (this.awaitsHead) {
      const end = this.rest.indexOf('\r\n\r\n');
      if (end < 0) return null;
      this.awaitsHead = false;
      return end + 4;
    }
    const layout = layoutOf(this.rest);
    return layout === null || layout.end > this.rest.length ? null : layout.end;
  }
}

/** Is it a whole `update:push` of a client? Other frames are tied to those before and behind them. */
export function isPush(frame: Buffer): boolean {
  const layout = layoutOf(frame);
  if (layout === null || frame[0] !== 0x82 || layout.mask === null) return false;
  const { body, mask } = layout;
  const [kind = 0, , event = 0] = [0, 1, 2].map((at) => (frame[body + at] ?? 0) ^ (frame[mask + at] ?? 0));
  return (kind & 0xf8) === 0xa0 && event === 1;
}

/** Where the parts of a frame stand (RFC 6455, 5.2); null while too little of it is there. */
function layoutOf(bytes: Buffer): { mask: number | null; body: number; end: number } | null {
  const second = bytes[1];
  if (second === undefined) return null;
  const short = second & 0x7f;
  const after = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < after) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const isMasked = (second & 0x80) !== 0;
  const body = after + (isMasked ? 4 : 0);
  return { mask: isMasked ? after : null, body, end: body + length };
}
