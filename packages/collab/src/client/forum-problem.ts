import type { Problem, UpdateRefusal } from '@expert-forum/contracts';
import { PROBLEMS, type ProblemCode } from '@expert-forum/domain';

/** What the client refuses by itself. */
const LOCAL_PROBLEMS = {
  'section-closed': { title: 'The section was closed by this program', status: 499 },
  'editor-changed-text': { title: 'The editor keeps changing the text by itself', status: 409 },
  'device-unreadable': { title: 'The copy of the section on this device cannot be read', status: 500 },
  'answer-not-understood': { title: 'The server gave an answer this program does not understand', status: 502 },
} as const;

export type ClientProblemCode = ProblemCode | keyof typeof LOCAL_PROBLEMS;

/** A problem of the server, or one the client found itself; those have no `instance`. */
export interface ClientProblem extends Omit<Problem, 'code' | 'instance'>, Partial<Pick<UpdateRefusal, 'kind' | 'n'>> {
  readonly code: ClientProblemCode;
  readonly instance?: string;
}

/** What the server, or the client in its place, refused. */
export class ForumProblem extends Error {
  override readonly name = 'ForumProblem';

  constructor(readonly problem: ClientProblem) {
    super(problem.title);
  }

  get code(): ClientProblemCode {
    return this.problem.code;
  }
}

export const isProblem = (value: unknown): value is ClientProblem =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'status' in value;

export function localProblem(code: ClientProblemCode): ClientProblem {
  const { title, status } = { ...PROBLEMS, ...LOCAL_PROBLEMS }[code];
  return { type: 'about:blank', title, status, code };
}
