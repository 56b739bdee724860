import type { Parts } from './simulated-forum.js';

/** A program with one mistake. */
export interface Mutant {
  /** What the program does. */
  readonly does: string;
  readonly parts: Partial<Parts>;
  /** What a run that finds it out says. */
  readonly found: RegExp;
  /** Of a run that does, until the simulation itself changes. */
  readonly seed: number;
}
