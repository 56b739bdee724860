/** Frames a second in the long run, below the server's limit of 30 so that presence has room. */
const FRAMES_PER_SECOND = 20;
/** Frames that may leave at once after a pause; a single edit never waits. */
const BURST = 20;
/** A frame of this many bytes costs one frame: 20 of them a second stay below the server's 256 KiB/s. */
const BYTES_PER_FRAME = 12 * 1024;

/** The pace at which one connection may send, so that the server never has to close it for its rate. */
export class FrameBudget {
  private frames = BURST;
  private filledAt: number;

  constructor(private readonly now: () => number) {
    this.filledAt = now();
  }

  /** Spends what `bytes` cost and answers 0, or answers how many ms to wait before asking again. */
  spend(bytes: number): number {
    const now = this.now();
    this.frames = Math.min(BURST, this.frames + ((now - this.filledAt) / 1000) * FRAMES_PER_SECOND);
    this.filledAt = now;
    const cost = Math.max(1, bytes / BYTES_PER_FRAME);
    if (this.frames < 1) return Math.ceil(((1 - this.frames) / FRAMES_PER_SECOND) * 1000);
    this.frames -= cost; // a large frame goes into debt, which the next one waits for
    return 0;
  }
}
