import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { Client, type QueryResultRow } from 'pg';
import * as Y from 'yjs';

/** What a database holds of a section, whether or not that was removed. */
export const LOG = `
  SELECT body FROM section JOIN (
    SELECT section_id, epoch, seq, state AS body FROM section_snapshot
     UNION ALL SELECT id, section_update.epoch, seq, body FROM section_update JOIN section USING (channel)
  ) AS log ON section_id = section.id AND log.epoch = section.epoch
   WHERE section.id = $1 ORDER BY seq`;

interface LogBody {
  readonly body: Buffer;
}

/** What the database of a data directory holds of a section, before any forum looks at it. Starts the database if need be. */
export async function storedText(directory: string, sectionId: string): Promise<string> {
  return textOfLog(await ask<LogBody>(directory, LOG, [sectionId]));
}

export function textOfLog(rows: readonly LogBody[]): string {
  const doc = new Y.Doc();
  for (const { body } of rows) Y.applyUpdate(doc, body);
  return doc.getXmlFragment('body').toString();
}

/** Asks the database of a data directory, which is running or is started. */
export async function ask<Row extends QueryResultRow>(directory: string, question: string, values: unknown[] = []): Promise<Row[]> {
  const { url } = await startEmbeddedPostgres(directory);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(question, values)).rows;
  } finally {
    await client.end();
  }
}
