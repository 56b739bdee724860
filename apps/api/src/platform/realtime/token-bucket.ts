/** A rate with a burst: refills steadily, never beyond its size. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    private readonly size: number,
    /** Milliseconds. */
    private readonly now: () => number,
  ) {
    this.tokens = size;
    this.filledAt = now();
  }

  /** Is there room for this much? Takes it if there is. */
  take(amount: number): boolean {
    const now = this.now();
    this.tokens = Math.min(this.size, this.tokens + ((now - this.filledAt) / 1_000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < amount) return false;
    this.tokens -= amount;
    return true;
  }
}
