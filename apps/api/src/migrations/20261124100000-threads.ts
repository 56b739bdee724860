import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is discussed beside the text, and how it read before. */
export class Threads20261124100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE thread (
        id uuid PRIMARY KEY,
        section_id text NOT NULL REFERENCES section,
        visibility text NOT NULL,
        centre_id uuid REFERENCES centre,
        version integer NOT NULL DEFAULT 1,
        anchor jsonb NOT NULL,
        anchor_seq integer NOT NULL,
        is_detached boolean NOT NULL DEFAULT false,
        state text NOT NULL,
        disposition text,
        reason text,
        resolved_by uuid REFERENCES mandate,
        resolved_at timestamptz,
        opened_by uuid NOT NULL REFERENCES mandate,
        opened_at timestamptz NOT NULL,
        CHECK ((visibility = 'centre') = (centre_id IS NOT NULL)),
        CHECK (num_nonnulls(disposition, reason, resolved_by, resolved_at) = CASE state WHEN 'resolved' THEN 4 ELSE 0 END)
      );
      CREATE INDEX thread_section ON thread (section_id, opened_at, id);
      CREATE TABLE comment (
        id uuid PRIMARY KEY,
        thread_id uuid NOT NULL REFERENCES thread,
        position integer NOT NULL CHECK (position > 0),
        mandate_id uuid NOT NULL REFERENCES mandate,
        key uuid NOT NULL,
        body text,
        mentions uuid[] NOT NULL,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        UNIQUE (thread_id, position),
        UNIQUE (mandate_id, key),
        CHECK ((body IS NULL) = (deleted_at IS NOT NULL))
      );
      CREATE INDEX comment_author ON comment (mandate_id, created_at);
      CREATE TABLE comment_trace (
        comment_id uuid NOT NULL REFERENCES comment,
        number integer NOT NULL CHECK (number > 0),
        at timestamptz NOT NULL,
        body text NOT NULL,
        PRIMARY KEY (comment_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comment_trace, comment, thread');
  }
}
