import { Decoder as StockDecoder, Encoder as StockEncoder, PacketType, type Packet } from 'socket.io-parser';
import { asBytes, decodePacket, encodePacket, type OneFrameTables } from './one-frame-packet.js';

export type { OneFrameTables } from './one-frame-packet.js';

/** What socket.io takes as its `parser` option. */
export interface OneFrameParser {
  readonly Encoder: new () => StockEncoder;
  readonly Decoder: new () => StockDecoder;
  readonly PacketType: typeof PacketType;
  readonly protocol: number;
}

/** Byte strings beside JSON, each in a frame of its own: a command and an answer have one. What they belong to waits for them. */
const MAX_ATTACHMENTS = 2;

/**
 * A socket.io parser that sends an event of one byte string and scalars as one binary frame with a head of three bytes.
 * Stock socket.io sends two frames and cannot prepare them once for a room. Everything else keeps the stock encoding.
 * Both ends need the same tables: `new Server({ parser })`, `io(url, { parser })`.
 */
export function oneFrameParser(tables: OneFrameTables): OneFrameParser {
  class OneFrameEncoder extends StockEncoder {
    override encode(packet: Packet): unknown[] {
      const frame = encodePacket(packet, tables);
      return frame === null ? super.encode(packet) : [frame];
    }
  }

  class OneFrameDecoder extends StockDecoder {
    private isBroken = false;
    private attachmentsDue = 0;

    /** Throws on garbage, as socket.io expects: it closes that connection. What still comes from it is ignored. */
    override add(raw: unknown): void {
      if (this.isBroken) return;
      try {
        this.read(raw);
      } catch (cause) {
        this.isBroken = true;
        throw cause instanceof Error ? cause : new Error('invalid packet');
      }
    }

    private read(raw: unknown): void {
      if (typeof raw === 'string' || this.attachmentsDue > 0) {
        this.attachmentsDue = typeof raw === 'string' ? attachmentsOf(raw) : this.attachmentsDue - 1;
        return super.add(raw);
      }
      const frame = asBytes(raw);
      if (frame === null) throw new Error('unknown frame type');
      this.emitReserved('decoded', decodePacket(frame, tables));
    }
  }

  return { Encoder: OneFrameEncoder, Decoder: OneFrameDecoder, PacketType, protocol: 5 };
}

/** Binary frames that a stock text packet announces: `5<n>-…` and `6<n>-…`. */
function attachmentsOf(packet: string): number {
  if (!/^[56]/.test(packet)) return 0;
  const announced = Number(/^.(\d+)-/.exec(packet)?.[1]);
  if (!(announced <= MAX_ATTACHMENTS)) throw new Error('too many attachments');
  return announced;
}
