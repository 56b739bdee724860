import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@expert-forum/domain';
import { ProblemException } from '../errors/problem-error.js';
import { toProblem } from '../errors/to-problem.js';
import type { ForumSocket } from './forum-io-adapter.js';

/** As much of a socket as is needed here. */
export interface Closable extends Pick<ForumSocket, 'emit'> {
  disconnect(closesLine: boolean): unknown;
}

/** Says why, and closes. `retryAfter` in seconds. */
export function closeConnection(socket: Closable, code: number, problem: ProblemCode, retryAfter?: number): void {
  const exception = new ProblemException(problem, retryAfter === undefined ? {} : { retryAfter });
  socket.emit('connection:closing', { code, problem: toProblem(exception, randomUUID()) });
  socket.disconnect(true);
}
