import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of every section's text: one row an edit, dense in `seq` a section and epoch. */
export class SectionText20261123100400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lease (
        section_id text NOT NULL REFERENCES section,
        epoch integer NOT NULL,
        lease bigint NOT NULL CHECK (lease BETWEEN 1 AND 4294967295),
        mandate_id uuid REFERENCES mandate,
        holder text,
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (section_id, epoch, lease)
      );
      CREATE TABLE section_update (
        section_id text NOT NULL REFERENCES section,
        epoch integer NOT NULL,
        seq integer NOT NULL CHECK (seq > 0),
        lease bigint NOT NULL,
        n integer NOT NULL CHECK (n > 0),
        at timestamptz NOT NULL,
        body bytea NOT NULL,
        PRIMARY KEY (section_id, epoch, seq),
        UNIQUE (section_id, epoch, lease, n)
      );
      CREATE TABLE section_snapshot (
        section_id text NOT NULL REFERENCES section,
        epoch integer NOT NULL,
        seq integer NOT NULL,
        state bytea NOT NULL,
        PRIMARY KEY (section_id, epoch, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE section_snapshot, section_update, lease');
  }
}
