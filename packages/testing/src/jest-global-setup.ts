import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { TEST_SERVER } from './test-database.js';

/** One PostgreSQL for a Jest run, in a temporary folder. */
export default async function startTestServer(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'forum-test-'));
  chmodSync(directory, 0o711); // the server gives up root, and its new user has to walk through
  const server = await startEmbeddedPostgres(directory);
  process.env[TEST_SERVER] = server.url;
  Object.assign(globalThis, {
    stopTestServer: () => {
      server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  });
}
