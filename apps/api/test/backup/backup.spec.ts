import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentHash } from '@expert-forum/collab';
import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import { Client } from 'pg';
import * as Y from 'yjs';
import { createApp } from '../../src/create-app.js';
import { renewEpochs } from '../../src/features/drafting/store/renew-epochs.js';
import type { BackupManifest } from '../../src/platform/backup/backup-file.js';
import { restoreBackup } from '../../src/platform/backup/restore-backup.js';
import { takeBackup } from '../../src/platform/backup/take-backup.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { openDataSource } from '../../src/platform/database/data-source.js';

const folder = mkdtempSync(path.join(tmpdir(), 'forum-backup-'));
const file = path.join(folder, 'forum.backup');
const databases: TestDatabase[] = [];

async function newDatabase(): Promise<string> {
  const database = await startTestDatabase();
  databases.push(database);
  return database.url;
}

async function query<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client.query<T>(statement).then(({ rows }) => rows).finally(() => client.end());
}

/** Content hash of every text in its current epoch, by section. */
async function textHashes(url: string): Promise<Map<string, string>> {
  const rows = await query<{ id: string; body: Buffer }>(
    url,
    'SELECT id, body FROM section JOIN section_update USING (channel, epoch) ORDER BY id, seq',
  );
  const docs = new Map<string, Y.Doc>();
  for (const { id, body } of rows) {
    const doc = docs.get(id) ?? new Y.Doc();
    docs.set(id, doc);
    Y.applyUpdate(doc, body);
  }
  return new Map([...docs].map(([id, doc]) => [id, contentHash(doc)]));
}

const columnsOfLog = async (url: string): Promise<string[]> =>
  (await query<{ name: string }>(url, "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'section_update'")).map(({ name }) => name);

const tableHashes = ({ tables }: BackupManifest): Record<string, string> =>
  Object.fromEntries(tables.map(({ name, sha256 }) => [name, sha256]));

describe('backup and restore', () => {
  let source = '';
  let taken: BackupManifest;

  beforeAll(async () => {
    source = await newDatabase();
    const config = readConfig({ DATABASE_URL: source, DEMO: 'true', LOG_LEVEL: 'silent' });
    const dataSource = await openDataSource(source);
    const app = await createApp(config, dataSource, { hasWebApp: false });
    await app.init();
    taken = await takeBackup(source, file);
    await app.close();
  });
  afterAll(async () => {
    for (const database of databases) await database.stop();
    rmSync(folder, { recursive: true });
  });

  it('[BK1] brings back every table and every text with equal hashes, into a fresh and into a migrated database', async () => {
    const fresh = await newDatabase();
    const migrated = await newDatabase();
    await (await openDataSource(migrated)).destroy();
    for (const target of [fresh, migrated]) {
      await restoreBackup(target, file, () => Promise.resolve());
      expect(tableHashes(await takeBackup(target, path.join(folder, 'again.backup')))).toEqual(tableHashes(taken));
    }
    expect(taken.tables.find(({ name }) => name === 'ledger')?.bytes).toBeGreaterThan(0);
  });

  it('[BK2] raises the epoch of every section by one and keeps its text [R19]', async () => {
    const target = await newDatabase();
    await restoreBackup(target, file, renewEpochs);
    expect(await query(target, 'SELECT DISTINCT epoch FROM section')).toEqual([{ epoch: 2 }]);
    const before = await textHashes(source);
    expect(before.size).toBeGreaterThan(0);
    expect(await textHashes(target)).toEqual(before);
  });

  it('[BK2] takes the copy of a release that named sections in another way, its newest epoch too [R19]', async () => {
    const former = await newDatabase();
    await restoreBackup(former, file, () => Promise.resolve());
    const dataSource = await openDataSource(former);
    while ((await columnsOfLog(former)).includes('channel')) await dataSource.undoLastMigration();
    await dataSource.destroy();
    const [older, target] = [path.join(folder, 'older.backup'), await newDatabase()];
    await takeBackup(former, older);
    await restoreBackup(target, older, renewEpochs);
    expect(await columnsOfLog(target)).toContain('channel');
    expect(await query(target, 'SELECT DISTINCT epoch FROM section_update')).toEqual([{ epoch: 2 }]);
    expect(await textHashes(target)).toEqual(await textHashes(source));
  });

  it('[BK3] goes on numbering where the copy ended', async () => {
    const target = await newDatabase();
    await restoreBackup(target, file, renewEpochs);
    const [last] = await query<{ max: number }>(target, 'SELECT max(channel) FROM section');
    const [next] = await query<{ next: string }>(target, "SELECT nextval(pg_get_serial_sequence('section', 'channel')) AS next");
    expect(Number(next?.next)).toBe((last?.max ?? 0) + 1);
  });

  it('[BK4] touches no database that holds anything', async () => {
    await expect(restoreBackup(source, file, renewEpochs)).rejects.toThrow('already holds a forum');
    expect(await query(source, 'SELECT DISTINCT epoch FROM section')).toEqual([{ epoch: 1 }]);
  });

  it('[BK5] refuses a copy that was cut, changed or is something else, and leaves nothing behind', async () => {
    const target = await newDatabase();
    const broken = path.join(folder, 'broken.backup');
    const breaches: [string, () => void][] = [
      ['its last line is not that of a backup', () => truncateSync(broken, statSync(broken).size - 1)],
      ['its last line is not that of a backup', () => appendFileSync(broken, '\n')],
      ['its last line is not that of a backup', () => writeFileSync(broken, 'x')],
      ['its list of tables was changed', () => replaceInFile(broken, '"takenAt":"2', '"takenAt":"3')],
      ['the rows of centre were changed', () => replaceInFile(broken, 'UZB-CTP', 'UZB-CTQ')],
    ];
    for (const [sentence, damage] of breaches) {
      copyFileSync(file, broken);
      damage();
      await expect(restoreBackup(target, broken, renewEpochs)).rejects.toThrow(sentence);
    }
    await restoreBackup(target, file, renewEpochs);
  });

  it('[BK6] is readable by its owner alone and never half there', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const nowhere = path.join(folder, 'none', 'forum.backup');
    await expect(takeBackup(source, nowhere)).rejects.toThrow('cannot be written');
    const empty = path.join(folder, 'empty.backup');
    await expect(takeBackup(await newDatabase(), empty)).rejects.toThrow('holds no forum yet');
    expect(() => statSync(empty)).toThrow('ENOENT');
    expect(() => statSync(`${empty}.partial`)).toThrow('ENOENT');
  });
});

function replaceInFile(name: string, from: string, to: string): void {
  const content = readFileSync(name, 'latin1');
  expect(content).toContain(from);
  writeFileSync(name, content.replace(from, to), 'latin1');
}
