import { LIMITS } from '../limits/limits.js';

export interface Work {
  /** Of the newest change. */
  readonly lastAt: Date;
  /** Changes since the newest revision. */
  readonly updates: number;
}

/** Has enough been written since the newest revision, and has the pen been laid down? */
export const isQuietPoint = ({ lastAt, updates }: Work, now: Date): boolean =>
  updates >= LIMITS.history.updates && now.getTime() - lastAt.getTime() >= LIMITS.history.pause;
