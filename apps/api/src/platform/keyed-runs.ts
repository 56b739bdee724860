/** Runs of one key come one after the other; those that wait for their turn are one, and begin after whatever asked for them. */
export class KeyedRuns {
  private readonly last = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, Promise<void>>();

  /** @param work never rejects */
  constructor(private readonly work: (key: string) => Promise<void>) {}

  /** Resolves when a run that began after this call has ended. */
  run(key: string): Promise<void> {
    const waiting = this.waiting.get(key);
    if (waiting !== undefined) return waiting;
    const previous = this.last.get(key) ?? Promise.resolve();
    const run = previous.then(() => {
      this.waiting.delete(key);
      return this.work(key);
    });
    this.waiting.set(key, run);
    this.last.set(key, run);
    void run.then(() => {
      if (this.last.get(key) === run) this.last.delete(key);
    });
    return run;
  }
}
