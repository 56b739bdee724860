import type { ProblemCode, ProblemParams } from '@expert-forum/domain';
import type { Writer } from '../store/drafting-store.js';

/** Updates of one lease as they came in one frame, with the function that answers them. */
export interface Push {
  readonly channel: number;
  readonly epoch: number;
  readonly lease: number;
  readonly firstN: number;
  readonly updates: readonly Uint8Array[];
  /** Of the program that sends it. */
  readonly schema: number;
  readonly writer: Writer;
  readonly answer: (outcome: PushOutcome) => void;
}

export type PushOutcome =
  | { readonly kind: 'committed'; readonly n: number; readonly firstSeq: number; readonly lastSeq: number }
  /** Send the same bytes again (R17). */
  | Refused<'resync'>
  /** Final: this update and what the lease sends after it. */
  | Refused<'rejected'>;

interface Refused<Kind> {
  readonly kind: Kind;
  readonly problem: ProblemCode;
  readonly params?: ProblemParams;
  /** Number of the first update that was refused. */
  readonly n: number;
}
