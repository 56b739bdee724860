import { LIMITS } from '@expert-forum/domain';
import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from './errors/problem-error.js';

/** A query longer than anybody needs is refused before it is parsed. */
export function limitQuery({ originalUrl }: Request, _response: Response, next: NextFunction): void {
  const query = originalUrl.indexOf('?');
  next(query >= 0 && originalUrl.length - query - 1 > LIMITS.http.queryBytes ? new ProblemException('query-too-long') : undefined);
}
