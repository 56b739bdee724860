import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A state of a text says which update of each lease is in it, and the content hash that the log has to give at its seq. */
export class Snapshots20261126100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE section_snapshot ADD COLUMN last_ns jsonb NOT NULL, ADD COLUMN hash text NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE section_snapshot DROP COLUMN last_ns, DROP COLUMN hash');
  }
}
