import { LIMITS } from '@expert-forum/domain';
import { ProblemException } from '../../../platform/errors/problem-error.js';
import { TokenBucket } from '../../../platform/realtime/token-bucket.js';

const { bytes, perSecond } = LIMITS.presence;
/** A caret of one section comes every tenth of a second; whoever goes to another section moves in both. */
const BURST = 2 * perSecond;
/** Moves that are dropped before the connection is closed; one is forgiven every second. */
const TOLERATED = 20;

/** What a connection may say about its caret: too large or too often is dropped, and whoever keeps on is closed. */
export class PresenceLimit {
  private readonly moves: TokenBucket;
  private readonly dropped: TokenBucket;

  constructor(now: () => number) {
    this.moves = new TokenBucket(perSecond, BURST, now);
    this.dropped = new TokenBucket(1, TOLERATED, now);
  }

  /** Why a move is dropped, null if it is not, and whether that was once too often. */
  judge(cursor: unknown): { problem: ProblemException | null; isLast: boolean } {
    const problem = this.problemOf(cursor);
    return { problem, isLast: problem !== null && !this.dropped.take(1) };
  }

  private problemOf(cursor: unknown): ProblemException | null {
    if (!this.moves.take(1)) return new ProblemException('rate-exceeded', { retryAfter: 1 });
    if (Buffer.byteLength(JSON.stringify(cursor ?? null)) <= bytes) return null;
    return new ProblemException('input-invalid', { errors: [{ pointer: '/cursor', code: 'maxBytes', limit: bytes }] });
  }
}
