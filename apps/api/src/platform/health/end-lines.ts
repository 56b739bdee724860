import type { NextFunction, Request, Response } from 'express';
import type { Readiness } from './readiness.js';

/** A node that is about to stop ends each line with its answer: the next request goes to another. */
export const endLinesOf =
  (readiness: Readiness) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    if (readiness.isDraining) response.setHeader('Connection', 'close');
    next();
  };
