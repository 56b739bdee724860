import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row of the log is written in the transaction that has read its section under the section's lock, and sections are never
 * deleted: a foreign key would look the section up once more for every row, and write a lock on it into the log of the database.
 */
export class LogWithoutForeignKey20261127090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE section_update DROP CONSTRAINT section_update_section_id_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE section_update ADD FOREIGN KEY (section_id) REFERENCES section');
  }
}
