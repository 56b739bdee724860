import type { Problem as ForumProblem } from '@expert-forum/contracts';

/** An RFC 9457 problem; from a proxy in between it may lack everything but its status. */
export type Problem = Pick<ForumProblem, 'status' | 'code' | 'errors' | 'retryAfter' | 'params' | 'difference'> & { readonly instance?: string };

/** The API refused a request. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** No answer came: the network, or the server behind it, is away. What was asked for may or may not have happened. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'status' in value;

export const hasCode = (error: unknown, code: Problem['code']): boolean => error instanceof ProblemError && error.problem.code === code;

export const hasStatus = (error: unknown, status: number): boolean => error instanceof ProblemError && error.problem.status === status;
