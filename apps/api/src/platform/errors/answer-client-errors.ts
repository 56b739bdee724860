import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { LIMITS, type ProblemCode } from '@expert-forum/domain';
import { ProblemException } from './problem-error.js';
import { toProblem } from './to-problem.js';

/** Of Node's parser and its timers; whatever else they say, the request cannot be read. */
const BY_ERROR: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/** A request that never becomes one is answered as every other refusal is, and its line ended. */
export function answerClientErrors(server: Server): void {
  // Node counts address, names and values, and refuses what is as large as this.
  Object.assign(server, { maxHeaderSize: LIMITS.http.headerBytes + 1 });
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, line: Socket) => {
    // An answer that has begun would be read as if this belonged to it.
    if (line.writable && !hasBegun(line)) line.write(answerTo(BY_ERROR[code] ?? 'request-malformed'));
    line.destroySoon();
  });
}

/** Node keeps the answer that is being written on its line. */
function hasBegun(line: Socket): boolean {
  const answer: unknown = Reflect.get(line, '_httpMessage');
  return typeof answer === 'object' && answer !== null && 'headersSent' in answer && answer.headersSent === true;
}

function answerTo(code: ProblemCode): string {
  const problem = toProblem(new ProblemException(code), randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
