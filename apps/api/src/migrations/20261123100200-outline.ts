import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents, their outline, and who drafts what. */
export class Outline20261123100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        forum_id uuid NOT NULL REFERENCES forum,
        title jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE section (
        id text PRIMARY KEY CHECK (id ~ '^s-[0-9a-hjkmnp-tv-z]{10}$'),
        channel integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        document_id uuid NOT NULL REFERENCES document,
        parent_id text REFERENCES section,
        position integer NOT NULL,
        title jsonb NOT NULL,
        phase text NOT NULL,
        phase_changed_at timestamptz NOT NULL,
        is_ad_referendum boolean NOT NULL DEFAULT false,
        rapporteur_mandate_id uuid REFERENCES mandate,
        epoch integer NOT NULL DEFAULT 1,
        schema integer NOT NULL DEFAULT 1,
        removed_at timestamptz
      );
      CREATE INDEX section_document ON section (document_id) WHERE removed_at IS NULL;
      CREATE TABLE drafter (
        section_id text NOT NULL REFERENCES section,
        mandate_id uuid NOT NULL REFERENCES mandate,
        PRIMARY KEY (section_id, mandate_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drafter, section, document');
  }
}
