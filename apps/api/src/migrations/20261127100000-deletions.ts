import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text as it was before a large deletion is a kind of revision. */
export class Deletions20261127100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE revision DROP CONSTRAINT revision_kind_check,
        ADD CONSTRAINT revision_kind_check CHECK (kind IN ('decision', 'publication', 'phase', 'named', 'quiet', 'restore', 'deletion'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE revision DISABLE TRIGGER revision_is_append_only;
      UPDATE revision SET kind = 'restore' WHERE kind = 'deletion';
      ALTER TABLE revision ENABLE TRIGGER revision_is_append_only;
      ALTER TABLE revision DROP CONSTRAINT revision_kind_check,
        ADD CONSTRAINT revision_kind_check CHECK (kind IN ('decision', 'publication', 'phase', 'named', 'quiet', 'restore'));
    `);
  }
}
