import type { Socket } from 'node:net';

/** What a frame of a pong is larger than what it carries, and the most that one carries. */
const HEADER_BYTES = 2;
const LONGEST_BYTES = 125;

/** The line of a connection, held back with an exact number of bytes in it; they are pongs, which nobody answers. */
export class UntakenBytes {
  private constructor(private readonly line: Socket) {}

  static of(connection: { readonly transport: object }, bytes: number): UntakenBytes {
    const websocket: { pong(carried: Uint8Array): void } = Reflect.get(connection.transport, 'socket');
    const line: Socket = Reflect.get(websocket, '_socket');
    line.cork();
    for (let left = bytes; left > 0; ) {
      const most = HEADER_BYTES + LONGEST_BYTES;
      // What is left has room for a header, always.
      const frame = left > most && left < most + HEADER_BYTES ? most - HEADER_BYTES : Math.min(left, most);
      websocket.pong(new Uint8Array(frame - HEADER_BYTES));
      left -= frame;
    }
    return new UntakenBytes(line);
  }

  release(): void {
    this.line.uncork();
  }
}
