import type { NodeParts } from './simulated-node.js';

/** A program with one mistake. */
export interface Mutant {
  /** What the server of this program does. */
  readonly does: string;
  readonly parts: Partial<NodeParts>;
  /** What a run that finds it out says. */
  readonly found: RegExp;
  /** Of a run that does, until the simulation itself changes. */
  readonly seed: number;
}
