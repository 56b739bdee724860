import type { MigrationInterface } from 'typeorm';

/** In the order in which they run; append only. */
export const migrations: (new () => MigrationInterface)[] = [];
