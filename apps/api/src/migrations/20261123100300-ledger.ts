import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only, hash-chained record. Salt and payload stand apart, so that redaction removes bytes and not the chain. */
export class Ledger20261123100300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger (
        forum_id uuid NOT NULL REFERENCES forum,
        seq integer NOT NULL CHECK (seq > 0),
        at timestamptz NOT NULL,
        actor jsonb NOT NULL,
        verb text NOT NULL,
        object jsonb NOT NULL,
        centre_id uuid REFERENCES centre,
        payload_hash bytea NOT NULL,
        prev bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (forum_id, seq)
      );
      CREATE TABLE ledger_payload (
        forum_id uuid NOT NULL,
        seq integer NOT NULL,
        salt bytea NOT NULL,
        payload jsonb NOT NULL,
        PRIMARY KEY (forum_id, seq),
        FOREIGN KEY (forum_id, seq) REFERENCES ledger
      );
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END
      $$;
      CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_payload, ledger');
    await runner.query('DROP FUNCTION refuse_change');
  }
}
