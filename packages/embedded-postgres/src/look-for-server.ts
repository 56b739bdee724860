import { realpathSync } from 'node:fs';
import { Client, DatabaseError } from 'pg';

const ANSWER_MS = 2_000;
/** A server that starts or stops, and one whose places are all taken. */
const UNREADY = new Set(['57P03', '53300']);

/** What is found where a server should be. */
export type Sighting = 'running' | 'unready' | 'absent';

/**
 * Asks the server at `url` for the directory it serves. Only a living one can make the new process that answers: a port may be
 * open, and a process id taken, without it.
 */
export async function lookForServer(url: string, directory: string): Promise<Sighting> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS });
  client.on('error', () => undefined); // it went away after its answer, or in place of it
  try {
    await client.connect();
    const { rows } = await client.query<{ served: string }>("SELECT current_setting('data_directory') AS served");
    return rows.some(({ served }) => realpathSync(served) === realpathSync(directory)) ? 'running' : 'absent';
  } catch (error) {
    return error instanceof DatabaseError && UNREADY.has(error.code ?? '') ? 'unready' : 'absent';
  } finally {
    void client.end().catch(() => undefined);
  }
}
