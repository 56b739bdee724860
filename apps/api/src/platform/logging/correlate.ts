import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Gives each request the id under which the log, a problem's `instance` and the answer's header know it. */
export function correlate(request: Request, response: Response, next: NextFunction): void {
  const correlation = randomUUID();
  request.id = correlation;
  response.setHeader('X-Correlation-Id', correlation);
  next();
}
