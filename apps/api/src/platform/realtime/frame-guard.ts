import { CLOSE_CODES } from '@expert-forum/contracts';
import { LIMITS, type ProblemCode } from '@expert-forum/domain';
import { TokenBucket } from './token-bucket.js';

/** A large update comes in one go: as long as it is paced afterwards, it is welcome. */
const BURST_BYTES = 2 * LIMITS.update.bytes;

export interface Excess {
  readonly code: number;
  readonly problem: ProblemCode;
}

/** Counts the frames of one connection before anything in them is read. */
export class FrameGuard {
  private readonly frames: TokenBucket;
  private readonly bytes: TokenBucket;

  constructor(now: () => number) {
    this.frames = new TokenBucket(LIMITS.frame.perSecond, LIMITS.frame.burst, now);
    this.bytes = new TokenBucket(LIMITS.frame.bytesPerSecond, BURST_BYTES, now);
  }

  /** What is too much about this frame; null if it may pass. */
  excessOf(size: number): Excess | null {
    if (size > LIMITS.frame.bytes) return { code: CLOSE_CODES.badInput, problem: 'update-too-large' };
    return this.frames.take(1) && this.bytes.take(size) ? null : { code: CLOSE_CODES.rate, problem: 'rate-exceeded' };
  }
}
