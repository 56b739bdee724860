import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from './errors/problem-error.js';

const QUERY_LIMIT_BYTES = 4 * 1024;

/** A query longer than anybody needs is refused before it is parsed. */
export function limitQuery({ originalUrl }: Request, _response: Response, next: NextFunction): void {
  const query = originalUrl.indexOf('?');
  next(query >= 0 && originalUrl.length - query > QUERY_LIMIT_BYTES ? new ProblemException('query-too-long') : undefined);
}
