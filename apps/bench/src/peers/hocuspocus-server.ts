import { Database } from '@hocuspocus/extension-database';
import { Server, type Extension } from '@hocuspocus/server';
import { Pool } from 'pg';

/** Hocuspocus as its guide shows it: defaults, and the database extension if `DATABASE_URL` is set. */
const { PORT, DATABASE_URL } = process.env;

await new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: DATABASE_URL === undefined ? [] : [await postgres(DATABASE_URL)],
}).listen();

async function postgres(connectionString: string): Promise<Extension> {
  const pool = new Pool({ connectionString });
  await pool.query('CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)');
  return new Database({
    fetch: async ({ documentName }) => {
      const { rows } = await pool.query<{ data: Buffer }>('SELECT data FROM documents WHERE name = $1', [documentName]);
      return rows[0]?.data ?? null;
    },
    store: async ({ documentName, state }) => {
      await pool.query(
        'INSERT INTO documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = EXCLUDED.data',
        [documentName, state],
      );
    },
  });
}
