import pg from 'pg';

/** Bytes that PostgreSQL wrote to its log. */
export interface LogUse {
  /** Without full-page images. */
  readonly records: number;
  /** Pages that were written whole because it was their first change since a checkpoint. */
  readonly pages: number;
}

const USED = 'SELECT sum(record_size)::double precision AS records, sum(fpi_size)::double precision AS pages FROM pg_get_wal_stats($1, $2)';

/** What the whole server writes to its log from one checkpoint to the next, with `work` between them. */
export async function logOf(server: string, work: () => Promise<void>): Promise<LogUse> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_walinspect');
    const checkpoint = async (): Promise<unknown> => {
      await client.query('CHECKPOINT');
      const { rows } = await client.query<{ at: string }>('SELECT pg_current_wal_flush_lsn()::text AS at');
      return rows[0]?.at;
    };
    const from = await checkpoint();
    await work();
    const { rows } = await client.query<LogUse>(USED, [from, await checkpoint()]);
    return rows[0] ?? { records: 0, pages: 0 };
  } finally {
    await client.end();
  }
}
