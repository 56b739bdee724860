/** What arriving committed updates mean for a replica that wants every seq once. */
export type Arrival = 'next' | 'known' | 'hole';

/**
 * Which seqs of a section have arrived. Committed updates of others arrive in order; the acknowledgement of own updates may
 * overtake them, which is no hole.
 */
export class ReceivedSeqs {
  private readonly ahead = new Set<number>();

  constructor(private contiguous: number) {}

  /** Every seq up to this one has arrived. */
  get head(): number {
    return this.contiguous;
  }

  get hasGap(): boolean {
    return this.ahead.size > 0;
  }

  /** Own updates `first`…`last` were acknowledged. */
  acknowledge(first: number, last: number): void {
    for (let seq = Math.max(first, this.contiguous + 1); seq <= last; seq += 1) this.ahead.add(seq);
    this.advance();
  }

  /** A frame with the seqs `first`…`last` arrived; a frame behind a hole is not counted, because it may not be applied. */
  receive(first: number, last: number): Arrival {
    if (last <= this.contiguous) return 'known';
    if (first > this.contiguous + 1) return 'hole';
    for (let seq = this.contiguous + 1; seq <= last; seq += 1) this.ahead.add(seq);
    this.advance();
    return 'next';
  }

  private advance(): void {
    while (this.ahead.delete(this.contiguous + 1)) this.contiguous += 1;
  }
}
