import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { toProblem } from './to-problem.js';

/** Every HTTP failure as RFC 9457. Only what nobody foresaw is logged with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error; // refusals of commands are answers: this is an error of this program
    const context = host.switchToHttp();
    const response = context.getResponse<Response>();
    const problem = toProblem(error, String(context.getRequest<Request & { id?: unknown }>().id ?? ''));
    if (problem.status >= 500) this.logger.error(error);
    if (problem.retryAfter !== undefined) response.setHeader('Retry-After', problem.retryAfter);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
