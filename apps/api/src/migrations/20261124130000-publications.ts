import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed publications, which nothing changes any more, and the keys that vouch for them. */
export class Publications20261124130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_key (
        id text PRIMARY KEY,
        public_key bytea NOT NULL,
        private_key bytea NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE publication (
        id uuid PRIMARY KEY,
        forum_id uuid NOT NULL REFERENCES forum,
        document_id uuid NOT NULL REFERENCES document,
        number integer NOT NULL CHECK (number > 0),
        slug text NOT NULL UNIQUE,
        title jsonb NOT NULL,
        is_correction boolean NOT NULL,
        supersedes uuid UNIQUE REFERENCES publication,
        sealed_at timestamptz NOT NULL,
        sealed_by uuid REFERENCES mandate,
        content text NOT NULL,
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        key_id text NOT NULL REFERENCES signing_key,
        signature bytea NOT NULL,
        UNIQUE (forum_id, number)
      );
      CREATE TABLE publication_section (
        publication_id uuid NOT NULL REFERENCES publication,
        section_id text NOT NULL REFERENCES section,
        revision_id uuid NOT NULL REFERENCES revision,
        PRIMARY KEY (publication_id, section_id)
      );
      CREATE TRIGGER publication_is_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON publication
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER publication_section_is_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_section
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER signing_key_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signing_key
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE publication_section, publication, signing_key');
  }
}
