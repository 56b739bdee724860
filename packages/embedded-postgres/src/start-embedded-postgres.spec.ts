import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

describe('embedded PostgreSQL', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'forum-pg-'));
    chmodSync(directory, 0o711);
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('[ST1] is taken over by whoever starts next, and stops with them', async () => {
    const first = await startEmbeddedPostgres(directory);
    const second = await startEmbeddedPostgres(directory);
    expect(second).toMatchObject({ url: first.url, pid: first.pid });
    second.stop();
    const third = await startEmbeddedPostgres(directory);
    expect(third.pid).not.toBe(first.pid);
    third.stop();
  }, 60_000);
});
