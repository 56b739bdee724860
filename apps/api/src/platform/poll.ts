/** Asks again and again, one question at a time. A question that fails is asked again at the next turn. */
export class Poll {
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly everyMs: number,
    private readonly ask: () => Promise<void>,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.turn(), this.everyMs);
  }

  /** Resolves when nothing is being asked any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.asking;
  }

  private turn(): void {
    this.asking ??= this.ask()
      .catch(() => undefined)
      .finally(() => (this.asking = null));
  }
}
