import type { Client } from 'pg';
import { StartProblem } from '../start/start-problem.js';

const OLDEST_MAJOR = 16;
/** With one of these off, a commit that was confirmed can be missing after a crash (R6). */
const SAFETY_SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** @throws StartProblem if this server cannot keep what it confirms, or is too old */
export async function checkServer(client: Client): Promise<void> {
  const version = await settingOf(client, 'server_version');
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) throw new StartProblem('database-too-old', { version });
  const encoding = await settingOf(client, 'server_encoding');
  if (encoding !== 'UTF8') throw new StartProblem('database-encoding', { encoding });
  for (const setting of SAFETY_SETTINGS) {
    if ((await settingOf(client, setting)) === 'off') throw new StartProblem('database-unsafe', { setting });
  }
  // Each connection of a write makes a function of its own (ADR 0014).
  const { rows } = await client.query<{ has: boolean }>("SELECT has_database_privilege(current_database(), 'TEMP') AS has");
  if (rows[0]?.has !== true) throw new StartProblem('database-without-temporary');
  const { rowCount } = await client.query("SELECT FROM pg_collation WHERE collprovider = 'i' LIMIT 1");
  if (rowCount === 0) throw new StartProblem('database-without-icu');
}

async function settingOf(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
  return rows[0]?.value ?? '';
}
