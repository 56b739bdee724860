import { Controller, Get, Req, ServiceUnavailableException } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { ProblemException } from '../errors/problem-error.js';
import { Public } from '../auth/authority.js';
import { Readiness } from './readiness.js';
import { visitItself } from './visit-itself.js';

/** Outside `/api`: what a proxy and an orchestrator ask. */
@Public()
@Controller()
export class HealthController {
  private visited: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. */
  @Get('healthz')
  isAlive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It is not about to stop, the database answers, its schema is the one this release was built for, and it has been visited. */
  @Get('readyz')
  async isReady(@Req() { socket }: Request): Promise<{ status: 'ready' }> {
    this.refuseIfDraining();
    const isBehind = await this.dataSource.showMigrations().catch(() => true);
    if (isBehind) throw new ServiceUnavailableException();
    await (this.visited ??= visitItself(socket).catch(() => undefined)); // who cannot be visited from here may be from elsewhere
    this.refuseIfDraining(); // it may have been told to stop meanwhile
    return { status: 'ready' };
  }

  /** @throws ProblemException */
  private refuseIfDraining(): void {
    if (!this.readiness.asked()) throw new ProblemException('draining', { retryAfter: 1 });
  }
}
