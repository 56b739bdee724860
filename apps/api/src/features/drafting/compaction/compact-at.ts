import { Client } from 'pg';
import { compactSection } from './compact-section.js';
import { rowsWorthAState } from './rows-worth-a-state.js';

export interface CompactionTask {
  /** Of the database. */
  readonly url: string;
  readonly channel: number;
  readonly leastRows: number;
}

/** Writes one text as a state, on a connection of its own. */
export async function compactAt({ url, channel, leastRows }: CompactionTask): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'expert-forum compaction' });
  client.on('error', () => undefined); // the query that needed the connection says it
  await client.connect();
  try {
    await compactSection(client, channel, (bytesBefore) => rowsWorthAState(bytesBefore, leastRows));
  } finally {
    await client.end();
  }
}
