import type { DataSource } from 'typeorm';

/** What takes a right away, and what is written: each takes a number in the moment in which its transaction commits. */
const WATCHED: readonly (readonly [table: string, event: string, about: string, when: string])[] = [
  ['section_update', 'INSERT', 'channel', 'true'],
  ['mandate', 'UPDATE', 'id', 'OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at'],
  ['member', 'UPDATE', 'id', 'OLD.suspended_at IS DISTINCT FROM NEW.suspended_at'],
  ['login', 'UPDATE', 'member_id', 'OLD.ended_at IS DISTINCT FROM NEW.ended_at'],
  ['drafter', 'DELETE', 'mandate_id', 'true'],
  ['section', 'UPDATE', 'id', '(OLD.phase, OLD.removed_at) IS DISTINCT FROM (NEW.phase, NEW.removed_at)'],
];

export interface Surroundings {
  /** How often the right was taken away, and when first, in ms since 1970; null if it was not. */
  readonly times: number;
  readonly at: number | null;
  /** Rows of the author, and of others. */
  readonly before: number;
  readonly after: number;
  readonly othersBefore: number;
  readonly othersAfter: number;
}

/** In which order the database committed. Deferred triggers run last in a transaction, whatever locks it holds or forgot. */
export class CommitOrder {
  private constructor(private readonly dataSource: DataSource) {}

  static async of(dataSource: DataSource): Promise<CommitOrder> {
    await dataSource.query(`
      CREATE TABLE commit_witness (place bigserial, at timestamptz NOT NULL DEFAULT clock_timestamp(), what text NOT NULL, about text NOT NULL, lease bigint);
      GRANT ALL ON commit_witness, commit_witness_place_seq TO PUBLIC;
      CREATE FUNCTION witness_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      DECLARE changed jsonb := to_jsonb(coalesce(NEW, OLD));
      BEGIN
        INSERT INTO commit_witness (what, about, lease) VALUES (TG_TABLE_NAME, changed ->> TG_ARGV[0], (changed ->> 'lease_bits')::bigint & 4294967295);
        RETURN NULL;
      END $$;`);
    for (const [table, event, about, when] of WATCHED) {
      await dataSource.query(`CREATE CONSTRAINT TRIGGER witness_${table} AFTER ${event} ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION witness_commit('${about}')`);
    }
    return new CommitOrder(dataSource);
  }

  /** What was committed in the section around the moment in which a right was taken away in `table`. */
  async around({ table, about, sectionId, mandateId }: { table: string; about: string; sectionId: string; mandateId: string }): Promise<Surroundings> {
    const [row]: Surroundings[] = await this.dataSource.query(
      `WITH revoked AS (SELECT min(place) AS place, extract(epoch FROM min(at))::float8 * 1000 AS at, count(*)::integer AS times
                          FROM commit_witness WHERE what = $1 AND about = $2),
            written AS (SELECT place, lease IN (SELECT lease FROM lease WHERE mandate_id = $4) AS own FROM commit_witness WHERE what = 'section_update' AND about = (SELECT channel::text FROM section WHERE id = $3))
       SELECT (SELECT times FROM revoked) AS times, (SELECT at FROM revoked) AS at,
              count(*) FILTER (WHERE own AND written.place < revoked.place)::integer AS before,
              count(*) FILTER (WHERE own AND written.place > revoked.place)::integer AS after,
              count(*) FILTER (WHERE NOT own AND written.place < revoked.place)::integer AS "othersBefore",
              count(*) FILTER (WHERE NOT own AND written.place > revoked.place)::integer AS "othersAfter"
         FROM revoked LEFT JOIN written ON true`,
      [table, about, sectionId, mandateId],
    );
    if (row === undefined) throw new Error('an aggregate has a row');
    return row;
  }
}
