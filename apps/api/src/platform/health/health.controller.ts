import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProblemException } from '../errors/problem-error.js';
import { Public } from '../auth/authority.js';
import { Readiness } from './readiness.js';

/** Outside `/api`: what a proxy and an orchestrator ask. */
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. */
  @Get('healthz')
  isAlive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It is not about to stop, the database answers, and its schema is the one this release was built for. */
  @Get('readyz')
  async isReady(): Promise<{ status: 'ready' }> {
    if (!this.readiness.asked()) throw new ProblemException('draining', { retryAfter: 1 });
    const isBehind = await this.dataSource.showMigrations().catch(() => true);
    if (isBehind) throw new ServiceUnavailableException();
    return { status: 'ready' };
  }
}
