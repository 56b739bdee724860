import * as Y from 'yjs';

/** Follows edits of one character from their writer to everybody who receives them, by the client id and clock that Yjs gives them. */
export class Flights {
  /** Milliseconds, one entry an edit and receiver. */
  readonly delays: number[] = [];
  outstanding = 0;
  private ended: () => void = () => undefined;
  private readonly receivers: number;
  private readonly now: () => number;
  private readonly sentAt = new Map<number, Map<number, number>>();

  constructor(receivers: number, now = () => performance.now()) {
    this.receivers = receivers;
    this.now = now;
  }

  sent(client: number, clock: number): void {
    const clocks = this.sentAt.get(client) ?? new Map<number, number>();
    this.sentAt.set(client, clocks.set(clock, this.now()));
    this.outstanding += this.receivers;
  }

  /** Several edits may have become one update on the way; their writer may be sent them, too. What was not sent here is nobody's. */
  arrived(update: Uint8Array, receiver: number): void {
    const now = this.now();
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const clocks = this.sentAt.get(id.client);
      if (clocks === undefined || id.client === receiver) continue;
      for (let clock = id.clock; clock < id.clock + length; clock += 1) {
        const sentAt = clocks.get(clock);
        if (sentAt === undefined) continue;
        this.delays.push(now - sentAt);
        this.outstanding -= 1;
      }
    }
    if (this.outstanding === 0) this.ended();
  }

  /** Whether every edit has arrived everywhere within so many milliseconds. */
  async haveArrived(within: number): Promise<boolean> {
    if (this.outstanding > 0) {
      const timer = setTimeout(() => this.ended(), within);
      await new Promise<void>((resolve) => (this.ended = resolve));
      clearTimeout(timer);
    }
    return this.outstanding === 0;
  }
}
