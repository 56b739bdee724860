import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../auth/authority.js';

/** Outside `/api`: what a proxy and an orchestrator ask. */
@Public()
@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('healthz')
  isAlive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and its schema is the one this release was built for. */
  @Get('readyz')
  async isReady(): Promise<{ status: 'ready' }> {
    const isBehind = await this.dataSource.showMigrations().catch(() => true);
    if (isBehind) throw new ServiceUnavailableException();
    return { status: 'ready' };
  }
}
