/** The outside world of the client; the simulation passes its own. */
export interface Runtime {
  /** Ms since 1970. */
  now(): number;
  /** A number from 0 up to, not including, 1. */
  random(): number;
  /** Calls `work` once after `ms`, unless the answered function is called before. */
  after(ms: number, work: () => void): () => void;
}

export const realRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
