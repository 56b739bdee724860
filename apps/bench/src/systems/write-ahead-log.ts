import pg from 'pg';

/** Bytes that PostgreSQL wrote to its log. */
export interface LogUse {
  /** Without full-page images. */
  readonly records: number;
  /** Pages that were written whole because it was their first change since a checkpoint. */
  readonly pages: number;
}

const USED = 'SELECT sum(record_size)::double precision AS records, sum(fpi_size)::double precision AS pages FROM pg_get_wal_stats($1, $2)';

/** What the whole server writes to its log during `work`, from a checkpoint on. A checkpoint behind it might take away what is to be read. */
export async function logOf(server: string, work: () => Promise<void>): Promise<LogUse> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_walinspect');
    const end = async (): Promise<string | undefined> => {
      const { rows } = await client.query<{ at: string }>('SELECT pg_current_wal_flush_lsn()::text AS at');
      return rows[0]?.at;
    };
    await client.query('CHECKPOINT');
    const from = await end();
    await work();
    const { rows } = await client.query<LogUse>(USED, [from, await end()]);
    return rows[0] ?? { records: 0, pages: 0 };
  } finally {
    await client.end();
  }
}
