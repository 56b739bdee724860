import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
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

  it('[ST2] starts again in the instant after it was killed, and can be stopped when it was', async () => {
    const first = await startEmbeddedPostgres(directory);
    process.kill(first.pid, 'SIGKILL');
    const second = await startEmbeddedPostgres(directory);
    expect(second.pid).not.toBe(first.pid);
    process.kill(second.pid, 'SIGKILL');
    expect(() => second.stop()).not.toThrow();
  }, 60_000);

  it('[ST2] is not mistaken for a stranger who has its port after a crash', async () => {
    const first = await startEmbeddedPostgres(directory);
    const pidFile = path.join(directory, 'postgres', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    first.stop();
    const stranger = net.createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as net.AddressInfo;
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    writeFileSync(pidFile, lines.with(0, String(ended)).with(3, String(port)).join('\n'));
    const second = await startEmbeddedPostgres(directory);
    expect(new URL(second.url).port).not.toBe(String(port));
    second.stop();
    stranger.close();
  }, 60_000);
});
