import type { ParagraphDifference, ProblemCode } from '@expert-forum/domain';

/** One member of the input that was refused. */
export interface ProblemError {
  /** JSON pointer into the body. */
  readonly pointer: string;
  /** Name of the constraint that failed. */
  readonly code: string;
  readonly limit?: number;
}

/** RFC 9457, over HTTP as `application/problem+json`, over sockets in an acknowledgement. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** `urn:uuid:` and the correlation id that the log knows. */
  readonly instance: string;
  readonly code: ProblemCode;
  /** Values for the sentence in the reader's language. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly ProblemError[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
  /** Of `text-moved`: what changed since the centres were asked, 50 paragraphs of it at most. */
  readonly difference?: readonly ParagraphDifference[];
}

export const PROBLEM_TYPE_BASE = 'https://expert-forum.example/problems/';
