import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartProblem } from '../start/start-problem.js';
import { writeManifest, type BackupManifest, type TableCopy } from './backup-file.js';
import { listTables, type Table } from './list-tables.js';

/** Readable by whoever runs the forum alone: it holds everything, confidential texts too. */
const OWNER_ONLY = 0o600;

/**
 * Copies the database into a file as it was at one moment, while others may go on writing. The file has its name only once
 * it is complete and on disk.
 *
 * @throws StartProblem if the file cannot be written
 */
export async function takeBackup(url: string, path: string): Promise<BackupManifest> {
  const partial = `${path}.partial`;
  const file = await open(partial, 'w', OWNER_ONLY).catch((error: Error) => {
    throw new StartProblem('backup-unwritable', { file: path, detail: error.message });
  });
  try {
    const manifest = await copyDatabase(url, file);
    await writeManifest(file, manifest);
    await file.sync();
    await rename(partial, path);
    return manifest;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function copyDatabase(url: string, file: FileHandle): Promise<BackupManifest> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL bytea_output = 'hex'");
    const migrations = await migrationsOf(client);
    const tables: TableCopy[] = [];
    let offset = 0;
    for (const table of await listTables(client)) {
      const copy = await copyTable(client, table, file, offset);
      tables.push(copy);
      offset += copy.bytes;
    }
    return { takenAt: await momentOf(client), migrations, tables };
  } finally {
    await client.end();
  }
}

async function migrationsOf(client: Client): Promise<string[]> {
  const { rowCount } = await client.query("SELECT WHERE to_regclass('public.migrations') IS NULL");
  if (rowCount !== 0) throw new StartProblem('database-without-forum');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

/** When the transaction began: what was committed later is not in the copy. */
async function momentOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>("SELECT to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS at");
  return rows[0]?.at ?? '';
}

async function copyTable(client: Client, { name, columns, orderBy }: Table, file: FileHandle, offset: number): Promise<TableCopy> {
  const hash = createHash('sha256');
  let bytes = 0;
  const rows = client.query(copyTo(`COPY (SELECT ${quoted(columns)} FROM ${quoted([name])} ORDER BY ${quoted(orderBy)}) TO STDOUT`));
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await file.appendFile(chunk);
  }
  return { name, columns: [...columns], offset, bytes, sha256: hash.digest('hex') };
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
