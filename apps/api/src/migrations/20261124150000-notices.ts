import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mandates are told of: references, once a cause. */
export class Notices20261124150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        place integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        mandate_id uuid NOT NULL REFERENCES mandate,
        kind text NOT NULL,
        cause uuid NOT NULL,
        ledger_seq integer NOT NULL,
        at timestamptz NOT NULL,
        section_id text REFERENCES section,
        thread_id uuid REFERENCES thread,
        comment_id uuid REFERENCES comment,
        session_id uuid REFERENCES session,
        decision_id uuid REFERENCES decision,
        phase text,
        read_at timestamptz,
        UNIQUE (mandate_id, cause),
        CHECK (num_nonnulls(section_id, session_id) > 0)
      );
      CREATE INDEX notice_inbox ON notice (mandate_id, at DESC, place DESC);
      CREATE INDEX notice_unread ON notice (mandate_id) WHERE read_at IS NULL;
      CREATE INDEX notice_ledger ON notice (ledger_seq);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice');
  }
}
