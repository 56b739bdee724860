import { PROBLEM_TYPE_BASE, type Problem, type ProblemError as InputError } from '@expert-forum/contracts';
import { PROBLEMS, type ProblemCode } from '@expert-forum/domain';
import { HttpException } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ProblemException } from './problem-error.js';

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'body-malformed',
  401: 'login-required',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  413: 'body-too-large',
  415: 'body-malformed',
  429: 'rate-exceeded',
  503: 'unavailable',
};

/** Of PostgreSQL: connection, rollback, resources, operator; of the network below it. */
const PASSING = /^(08|40|53|57)[0-9A-Z]{3}$|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

const MOST_ERRORS = 100;

/** The one mapper from whatever was thrown to what the other side reads. An unknown error says nothing of itself. */
export function toProblem(error: unknown, correlation: string): Problem {
  const exception = asProblemException(error);
  const { status, title } = PROBLEMS[exception.code];
  const { refusal, ...extras } = exception.extras;
  return {
    type: `${PROBLEM_TYPE_BASE}${exception.code}`,
    title,
    status,
    instance: `urn:uuid:${correlation}`,
    code: exception.code,
    ...extras,
    ...refusal,
  };
}

function asProblemException(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  const status = statusOf(error);
  return new ProblemException((status && BY_STATUS[status]) || (passesBy(error) ? 'unavailable' : 'internal'));
}

/** The database was away, full, or gave up one of two that waited for each other: the same may work in a moment. */
function passesBy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && PASSING.test(code)) || error.message.startsWith('Connection terminated');
}

/** Nest's own exceptions and those of the body parser carry a status; nothing else of them is used. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** For class-validator's findings, at every door; of very many the first. */
export const inputProblem = (errors: ValidationError[]): ProblemException =>
  new ProblemException('input-invalid', { errors: errors.flatMap((error) => inputErrors(error, '')).slice(0, MOST_ERRORS) });

function inputErrors({ property, constraints, contexts, children }: ValidationError, path: string): InputError[] {
  const pointer = `${path}/${property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const own = Object.keys(constraints ?? {}).map((code) => ({ pointer, code, ...limitOf(contexts?.[code]) }));
  return [...own, ...(children ?? []).flatMap((child) => inputErrors(child, pointer))];
}

/** A constraint that has a number tells it as its context. */
const limitOf = (context: unknown): Pick<InputError, 'limit'> =>
  typeof context === 'object' && context !== null && 'limit' in context && typeof context.limit === 'number' ? { limit: context.limit } : {};
