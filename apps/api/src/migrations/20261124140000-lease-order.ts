import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which connection holds a lease is settled by which was opened last, not by whose request came last. */
export class LeaseOrder20261124140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lease ADD COLUMN holder_ordinal bigint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lease DROP COLUMN holder_ordinal');
  }
}
