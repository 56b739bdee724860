import type { AppliedFrame } from '../codec/applied-frame.js';
import type { ClientProblem } from './forum-problem.js';
import type { Parcel } from './outbox.js';
import type { ReceivedSeqs } from './received-seqs.js';
import type { OutOfTurn } from './section-document.js';

/** A section's life on a page. Each change of kind makes a new object, so that an answer to an earlier life is recognised. */
export type SectionLife =
  /** The device is being read. */
  | { kind: 'loading' }
  /** Without connection; shows what the device has. */
  | { kind: 'waiting' }
  /** Asked to join; frames that come before the answer are kept. */
  | { kind: 'joining'; early: AppliedFrame[] }
  | { kind: 'live'; channel: number; seqs: ReceivedSeqs; inFlight: Parcel | null }
  /** The document is being made anew, without what was refused. What is changed out of turn meanwhile is looked at when it is done. */
  | { kind: 'renewing'; strayed: OutOfTurn | null }
  | { kind: 'refused'; problem: ClientProblem }
  | { kind: 'destroyed' };

export type Live = Extract<SectionLife, { kind: 'live' }>;
