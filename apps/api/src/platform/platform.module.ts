import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Announcer } from './announcer/announcer.js';
import { AuthorityGuard } from './auth/authority.guard.js';
import { ConnectionStanding } from './auth/connection-standing.js';
import { Logins } from './auth/logins.js';
import { Passwords } from './auth/passwords.js';
import { SignInLimits } from './auth/sign-in-limits.js';
import { Clock } from './clock/clock.js';
import { ForumConfig } from './config/forum-config.js';
import { Doorbell } from './doorbell/doorbell.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { HealthModule } from './health/health.module.js';
import { Readiness } from './health/readiness.js';
import { CommandRunner } from './ledger/command-runner.js';
import { Consequences } from './ledger/consequences.js';
import { LoggingModule } from './logging/logging.module.js';

const SERVICES: Provider[] = [Announcer, CommandRunner, ConnectionStanding, Consequences, Doorbell, Logins, Passwords, Readiness, SignInLimits];

/** What every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  static of(config: ForumConfig, dataSource: DataSource, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
        LoggingModule,
        HealthModule,
      ],
      providers: [
        ...SERVICES,
        { provide: ForumConfig, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: APP_GUARD, useClass: AuthorityGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [...SERVICES, ForumConfig, Clock],
    };
  }
}
