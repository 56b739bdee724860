import type { Namespace } from 'socket.io';
import { Adapter } from 'socket.io-adapter';

type EncodedPacket = string | Uint8Array;
type Encode = (packet: unknown, options: { wsPreEncodedFrame?: Uint8Array[] }) => EncodedPacket[];

const FINAL_BINARY_FRAGMENT = 0x82;
// Above this, copying the payload costs more than a second write to each socket.
const LARGEST_COPY_BYTES = 64 * 1024;

/** A binary websocket frame as a server sends it: unmasked, head and payload in one buffer so that `ws` writes once. */
function binaryFrame(payload: Uint8Array): Uint8Array {
  const length = payload.byteLength;
  const isShort = length < 126;
  const head = Buffer.alloc(isShort ? 2 : length < 0x1_0000 ? 4 : 10);
  head[0] = FINAL_BINARY_FRAGMENT;
  head[1] = isShort ? length : head.length === 4 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

/**
 * An in-memory adapter that builds the websocket frame of a binary broadcast once for the whole room; the stock one does so
 * for text only. It wraps `_encode`, a private name of socket.io-adapter 2.5, and sets an option that engine.io ignores when
 * compression is on: the wire test beside this file fails when either changes.
 */
export class FrameOnceAdapter extends Adapter {
  constructor(namespace: Namespace) {
    super(namespace);
    const encode: Encode = Reflect.get(this, '_encode');
    const encodeOnce: Encode = (packet, options) => {
      const encoded = encode.call(this, packet, options);
      const [only] = encoded;
      if (encoded.length === 1 && only instanceof Uint8Array && only.byteLength <= LARGEST_COPY_BYTES) {
        options.wsPreEncodedFrame = [binaryFrame(only)];
      }
      return encoded;
    };
    Object.defineProperty(this, '_encode', { value: encodeOnce });
  }
}
