import type { NextFunction, Request, Response } from 'express';

const QUERY_LIMIT_BYTES = 4 * 1024;

/** A query longer than anybody needs is refused before it is parsed. */
export function limitQuery(request: Request, response: Response, next: NextFunction): void {
  const query = request.originalUrl.indexOf('?');
  if (query < 0 || request.originalUrl.length - query <= QUERY_LIMIT_BYTES) return next();
  response.status(414).end();
}
