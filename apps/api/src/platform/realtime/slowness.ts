import { LIMITS } from '@expert-forum/domain';

/** What is known of a connection's line at one moment. */
export interface LineState {
  /** Bytes that were given to it and have not left. */
  readonly untaken: number;
  /** Bytes that ever left. */
  readonly taken: number;
}

/** Whether one connection takes what it is sent: it may leave only so much, and may not stand still for long (R16). */
export class Slowness {
  private taken = -1;
  private stillSince = 0;

  /** @param now in ms; the answer holds for this moment */
  isTooSlow({ untaken, taken }: LineState, now: number): boolean {
    if (untaken === 0 || taken !== this.taken) this.stillSince = now;
    this.taken = taken;
    return untaken > LIMITS.untaken.bytes || now - this.stillSince > LIMITS.untaken.still;
  }
}
