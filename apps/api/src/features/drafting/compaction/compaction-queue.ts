/** Rounds of writing after which an open text is worth a new state, and one that is left. */
const ROUNDS_OPEN = 400;
const ROUNDS_LEFT = 20;

/** Which texts are to be written as states: open ones now and then, others when their last reader leaves. One at a time. */
export class CompactionQueue {
  private readonly rounds = new Map<number, number>();
  private readonly waiting = new Set<number>();
  private running: Promise<void> | null = null;
  private isStopped = false;

  constructor(private readonly compact: (channel: number) => Promise<void>) {}

  /** Something was written to the text. */
  wrote(channel: number): void {
    const rounds = (this.rounds.get(channel) ?? 0) + 1;
    this.rounds.set(channel, rounds);
    if (rounds % ROUNDS_OPEN === 0) this.enqueue(channel);
  }

  /** Nobody here reads it any more. */
  left(channel: number): void {
    const rounds = this.rounds.get(channel) ?? 0;
    this.rounds.delete(channel);
    if (rounds >= ROUNDS_LEFT) this.enqueue(channel);
  }

  /** Resolves when what was begun is done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.waiting.clear();
    await this.running;
  }

  private enqueue(channel: number): void {
    if (this.isStopped) return;
    this.waiting.add(channel);
    this.running ??= this.run().finally(() => (this.running = null));
  }

  private async run(): Promise<void> {
    for (const channel of this.waiting) {
      this.waiting.delete(channel);
      await this.compact(channel);
    }
  }
}
