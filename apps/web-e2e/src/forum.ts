import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startServerProcess } from '@expert-forum/testing';

/** The password of everybody in the demonstration forum of a run. */
export const DEMO_PASSWORD = 'a-password-for-journeys';

const API = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));

/** The real application with a database of its own, from before the first journey until after the last one. */
export default async function startForum(): Promise<() => Promise<void>> {
  const place = mkdtempSync(join(tmpdir(), 'forum-journeys-'));
  chmodSync(place, 0o711); // PostgreSQL gives up root, and its new user must be able to walk to its data
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServerProcess({
    command: process.execPath,
    args: ['--enable-source-maps', API],
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: join(place, 'data'), DEMO_PASSWORD, LOG_LEVEL: 'warn' },
    readyUrl: `${url}/readyz`,
  });
  process.env['FORUM_URL'] = url;
  return async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  };
}

/** Where the forum of this run answers; Playwright hands the environment of the set-up to its workers. */
export function forumUrl(): string {
  const url = process.env['FORUM_URL'];
  if (!url) throw new Error('the forum was not started');
  return url;
}
