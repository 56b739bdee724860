import { Pool } from 'pg';
import { compactSection } from './compact-section.js';
import { rowsWorthAState } from './rows-worth-a-state.js';

export interface CompactionTask {
  /** Of the database. */
  readonly url: string;
  readonly channel: number;
  readonly leastRows: number;
}

/** One connection, which texts that are written soon after one another share. */
export function compactionPool({ url }: Pick<CompactionTask, 'url'>): Pool {
  const pool = new Pool({ connectionString: url, application_name: 'expert-forum compaction', max: 1 });
  pool.on('error', () => undefined); // the query that needs the connection says it
  return pool;
}

/** Writes one text as a state. */
export async function compactAt(pool: Pool, { channel, leastRows }: CompactionTask): Promise<void> {
  const client = await pool.connect();
  let isSpoilt = true;
  try {
    await compactSection(client, channel, (bytesBefore) => rowsWorthAState(bytesBefore, leastRows));
    isSpoilt = false;
  } finally {
    client.release(isSpoilt);
  }
}
