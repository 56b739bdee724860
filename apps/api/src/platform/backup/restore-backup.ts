import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrations } from '../../migrations/index.js';
import { createDataSource, openDataSource } from '../database/data-source.js';
import { StartProblem } from '../start/start-problem.js';
import { readManifest, unreadable, type BackupManifest, type TableCopy } from './backup-file.js';
import { listTables } from './list-tables.js';

/**
 * Fills an empty database from a backup, of this release or an older one, in one transaction: either everything is there and
 * its hashes are right, or nothing is. `finish` is the last thing in that transaction.
 *
 * @throws StartProblem if the file is not a whole backup, or the database is not empty
 */
export async function restoreBackup(url: string, file: string, finish: (client: Client) => Promise<void>): Promise<BackupManifest> {
  const manifest = await readManifest(file);
  await migrateAsFarAs(url, file, manifest.migrations);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await demandEmpty(client);
    for (const table of manifest.tables) await fillTable(client, file, table);
    await continueIdentities(client);
    await finish(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await (await openDataSource(url)).destroy();
  return manifest;
}

/** Rows fit the schema they were copied from; what has been migrated since then is run over them afterwards. */
async function migrateAsFarAs(url: string, file: string, wanted: readonly string[]): Promise<void> {
  const known = migrations.slice(0, wanted.length);
  if (known.some(({ name }, index) => name !== wanted[index]) || known.length < wanted.length) {
    throw unreadable(file, 'it is of a newer release');
  }
  const dataSource = await createDataSource(url).setOptions({ migrations: known }).initialize();
  try {
    await dataSource.runMigrations();
    const run: { count: number }[] = await dataSource.query('SELECT count(*)::integer AS count FROM migrations');
    if (run[0]?.count !== wanted.length) throw unreadable(file, 'it is older than the schema of this database: restore into a fresh one');
  } finally {
    await dataSource.destroy();
  }
}

async function demandEmpty(client: Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    await client.query(`LOCK TABLE "${name}" IN EXCLUSIVE MODE`);
    const { rowCount } = await client.query(`SELECT FROM "${name}" LIMIT 1`);
    if (rowCount !== 0) throw new StartProblem('database-not-empty');
  }
}

async function fillTable(client: Client, file: string, { name, columns, offset, bytes, sha256 }: TableCopy): Promise<void> {
  if (bytes === 0) return;
  const hash = createHash('sha256');
  const listen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = client.query(copyFrom(`COPY "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) FROM STDIN`));
  try {
    await pipeline(createReadStream(file, { start: offset, end: offset + bytes - 1 }), listen, target);
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
  if (hash.digest('hex') !== sha256) throw unreadable(file, `the rows of ${name} were changed`);
}

async function continueIdentities(client: Client): Promise<void> {
  for (const { name, identity } of await listTables(client)) {
    if (identity === null) continue;
    await client.query(`SELECT setval(pg_get_serial_sequence('"${name}"', '${identity}'), max("${identity}")) FROM "${name}"`);
  }
}
