/** Where a statement is run: a connection inside a transaction. */
interface Connection {
  query(statement: string): Promise<unknown>;
}

/**
 * After a restore every section lives in a new epoch (R19): what devices sent or kept since the backup was taken leans on a
 * text that is no more. The text moves along; the leases stay behind, so that none of them is ever extended.
 *
 * The tables are those of the release that took the backup. A row names its section by its channel or, of an older release, by
 * its id: it is joined by what both have.
 */
export async function renewEpochs(connection: Connection): Promise<void> {
  for (const table of ['section_update', 'section_snapshot']) {
    await connection.query(
      `UPDATE ${table} SET epoch = ${table}.epoch + 1
         FROM ${table} present NATURAL JOIN (SELECT id AS section_id, channel, epoch FROM section) living WHERE present.ctid = ${table}.ctid`,
    );
  }
  await connection.query('UPDATE section SET epoch = epoch + 1');
}
