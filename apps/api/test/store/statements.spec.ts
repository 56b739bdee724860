import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import { Client } from 'pg';
import { APPEND, COMPARE_STANDINGS, FIND_ROWS, READ_HEAD, READ_STANDING, TRANSACTION_LOG, VIEW, WRITE_SETTINGS } from '../../src/features/drafting/store/statements.js';
import { openDataSource } from '../../src/platform/database/data-source.js';

describe('the plans of a write and of a join', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await startTestDatabase();
    const dataSource = await openDataSource(database.url);
    await dataSource.query('ANALYZE');
    await dataSource.destroy();
    client = new Client({ connectionString: database.url, options: WRITE_SETTINGS });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.stop();
  });

  it.each([READ_STANDING.text, COMPARE_STANDINGS, FIND_ROWS.text, TRANSACTION_LOG.text, APPEND.text, VIEW.text, READ_HEAD.text])('[ADR7] read rows by their keys, also where the tables were empty when they were made: %#', async (text) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index|Function Scan/);
    expect(plan).not.toMatch(/Seq Scan|Hash Join|Merge Join/);
  });

  it('[ADR7] find what a lease has stored by its numbers, not among all rows of the text', async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${FIND_ROWS.text}`);
    expect(rows[0]?.['QUERY PLAN']).toContain('section_update_channel_epoch_lease_bits_n_key');
    expect(rows[1]?.['QUERY PLAN']).toMatch(/Index Cond: .*lease_bits = .*n >= /);
  });
});
