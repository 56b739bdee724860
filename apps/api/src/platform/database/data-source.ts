import { DataSource } from 'typeorm';
import { entities } from '../../entities.js';
import { migrations } from '../../migrations/index.js';

/** Held while migrations run, so that of several nodes that start at once one migrates and the others wait. */
const MIGRATION_LOCK = 'SELECT pg_advisory_lock(0, 1)';
const MIGRATION_UNLOCK = 'SELECT pg_advisory_unlock(0, 1)';

export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 10,
    applicationName: 'expert-forum',
  });
}

/** Connects and brings the schema up to date. Never `synchronize`. */
export async function openDataSource(url: string): Promise<DataSource> {
  const dataSource = await createDataSource(url).initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query(MIGRATION_LOCK);
    await dataSource.runMigrations();
  } finally {
    await guard.query(MIGRATION_UNLOCK);
    await guard.release();
  }
  return dataSource;
}
