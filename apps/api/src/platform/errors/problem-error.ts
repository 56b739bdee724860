import type { ProblemError as InputError } from '@expert-forum/contracts';
import { PROBLEMS, type Decision, type ParagraphDifference, type ProblemCode, type ProblemParams, type Refusal, type Verdict } from '@expert-forum/domain';

interface Extras {
  readonly params?: ProblemParams;
  readonly errors?: readonly InputError[];
  /** Seconds. */
  readonly retryAfter?: number;
  /** Of a text that moved. */
  readonly difference?: readonly ParagraphDifference[];
  /** Of pushed updates: whether the same bytes may come again, and the number of the first one refused. */
  readonly refusal?: { readonly kind: 'resync' | 'rejected'; readonly n: number };
}

/** A refusal on its way out: one mapper makes the answer of it, over HTTP and over sockets. */
export class ProblemException extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extras: Extras = {},
  ) {
    super(PROBLEMS[code].title);
  }
}

const asException = ({ problem, params }: Refusal): ProblemException => new ProblemException(problem, params && { params });

/** Goes on if the verdict allows it. @throws ProblemException */
export function demand(verdict: Verdict): void {
  if (!verdict.ok) throw asException(verdict);
}

/** What was decided. @throws ProblemException */
export function valueOf<T>(decision: Decision<T>): T {
  if (!decision.ok) throw asException(decision);
  return decision.value;
}

/** What was found. @throws ProblemException `not-found` */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new ProblemException('not-found');
  return value;
}
