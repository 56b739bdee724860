import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../../src/platform/database/data-source.js';

describe('migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await startTestDatabase();
    dataSource = await openDataSource(database.url);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.stop();
  });

  const tables = async (): Promise<string[]> => {
    const rows: { name: string }[] = await dataSource.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    );
    return rows.map(({ name }) => name);
  };

  it('[ST4] go up, down and up again', async () => {
    const before = await tables();
    expect(before).toContain('ledger');
    for (let left = dataSource.migrations.length; left > 0; left--) await dataSource.undoLastMigration();
    expect(await tables()).toEqual(['migrations']);
    await dataSource.runMigrations();
    expect(await tables()).toEqual(before);
  });

  it('[ST4] leave a schema that the entities describe exactly', async () => {
    // Constraints and indexes are the migrations' own business: an entity maps columns.
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const columns = upQueries.map(({ query }) => query).filter((query) => /CREATE TABLE|ADD "|ALTER COLUMN|DROP COLUMN/.test(query));
    expect(columns).toEqual([]);
  });

  it('[LE2] refuse to change or remove a row of the ledger', async () => {
    for (const statement of ['UPDATE ledger SET verb = verb', 'DELETE FROM ledger', 'TRUNCATE ledger CASCADE']) {
      await expect(dataSource.query(statement)).rejects.toThrow('append-only');
    }
  });
});
