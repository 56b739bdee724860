import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ForumConfig } from './config/forum-config.js';
import { HealthModule } from './health/health.module.js';
import { LoggingModule } from './logging/logging.module.js';

/** What every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  static of(config: ForumConfig, dataSource: DataSource): DynamicModule {
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
      providers: [{ provide: ForumConfig, useValue: config }],
      exports: [ForumConfig],
    };
  }
}
