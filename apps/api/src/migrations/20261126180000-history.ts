import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each revision was kept for and who kept it; and on whose command the server wrote under a lease of its own. */
export class History20261126180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE revision
        ADD COLUMN kind text NOT NULL DEFAULT 'decision'
          CHECK (kind IN ('decision', 'publication', 'phase', 'named', 'quiet', 'restore')),
        ADD COLUMN mandate_id uuid REFERENCES mandate;
      ALTER TABLE revision DISABLE TRIGGER revision_is_append_only;
      UPDATE revision SET kind = 'publication' FROM publication_section WHERE revision_id = revision.id;
      ALTER TABLE revision ENABLE TRIGGER revision_is_append_only;
      ALTER TABLE revision ALTER COLUMN kind DROP DEFAULT;
      CREATE UNIQUE INDEX revision_quiet ON revision (section_id, epoch, seq) WHERE kind = 'quiet';
      ALTER TABLE lease ADD COLUMN on_command_of uuid REFERENCES mandate, ADD CHECK (mandate_id IS NULL OR on_command_of IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE lease DROP COLUMN on_command_of;
      DROP INDEX revision_quiet;
      ALTER TABLE revision DROP COLUMN kind, DROP COLUMN mandate_id;
    `);
  }
}
