import type { Client } from 'pg';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** What puts its rows into an order that depends on nothing but them. */
  readonly orderBy: readonly string[];
  /** Column whose numbers the database gives, if there is one. */
  readonly identity: string | null;
}

interface TableRow extends Table {
  readonly refersTo: readonly string[];
}

/** Every table of the forum that outlives a moment, behind those that it refers to; without TypeORM's own list of migrations. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<TableRow>(`
    SELECT relname AS name,
           array_agg(attname::text ORDER BY attnum) AS columns,
           coalesce((SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum))
                       FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                      WHERE i.indrelid = c.oid AND i.indisprimary),
                    array_agg(attname::text ORDER BY attnum)) AS "orderBy",
           max(attname::text) FILTER (WHERE attidentity <> '') AS identity,
           ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
                  WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS "refersTo"
      FROM pg_class c JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     WHERE relkind = 'r' AND relpersistence = 'p' AND relnamespace = 'public'::regnamespace AND relname <> 'migrations'
     GROUP BY c.oid, relname ORDER BY relname`);
  return referredFirst(rows);
}

function referredFirst(tables: readonly TableRow[]): Table[] {
  const ordered = new Set<TableRow>();
  const place = (table: TableRow): void => {
    if (ordered.has(table)) return;
    for (const other of tables) if (table.refersTo.includes(other.name)) place(other);
    ordered.add(table);
  };
  tables.forEach(place);
  return [...ordered];
}
