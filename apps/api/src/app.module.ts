import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { ForumConfig } from './platform/config/forum-config.js';
import { PlatformModule } from './platform/platform.module.js';

/** The features of the forum, one a line. */
@Module({})
export class AppModule {
  static of(config: ForumConfig, dataSource: DataSource): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.of(config, dataSource)] };
  }
}
