/** An RFC 9457 problem, as HTTP answers, acknowledgements and closing messages carry it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable name; the sentence for people is in the catalogues. */
  readonly code: string;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly limit?: number }[];
  /** Seconds. */
  readonly retryAfter?: number;
  /** With a refused update (R17): whether the same bytes may be sent again, or the refusal is final. */
  readonly kind?: 'resync' | 'rejected';
  /** Number of the first refused update. */
  readonly n?: number;
}

/** What the server, or the network in its place, refused. */
export class ForumProblem extends Error {
  override readonly name = 'ForumProblem';

  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  get code(): string {
    return this.problem.code;
  }
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'status' in value;

/** A problem the client finds by itself. */
export const localProblem = (code: string, title: string, status: number): Problem => ({ type: 'about:blank', title, status, code });
