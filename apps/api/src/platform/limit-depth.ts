import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from './errors/problem-error.js';

const DEPTH_LIMIT = 32;

/** A body that is nested deeper than any shape of ours is refused before somebody walks it and runs out of stack. */
export function limitDepth({ body }: Pick<Request, 'body'>, _response: Response, next: NextFunction): void {
  next(isDeeperThan(DEPTH_LIMIT, body) ? new ProblemException('input-invalid') : undefined);
}

export const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member)));
