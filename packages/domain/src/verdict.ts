import type { ProblemCode } from './problems/problem-codes.js';

/** What a person reads beside a refusal; values are shown, never parsed. */
export type ProblemParams = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly ok: false;
  readonly problem: ProblemCode;
  readonly params?: ProblemParams;
}

/** May this be done? */
export type Verdict = { readonly ok: true } | Refusal;

/** What follows from doing this, or why it is not done. */
export type Decision<T> = { readonly ok: true; readonly value: T } | Refusal;

export const ALLOWED: Verdict = { ok: true };

export const decided = <T>(value: T): Decision<T> => ({ ok: true, value });

export const refused = (problem: ProblemCode, params?: ProblemParams): Refusal =>
  params === undefined ? { ok: false, problem } : { ok: false, problem, params };
