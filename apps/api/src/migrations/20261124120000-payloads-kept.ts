import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payload of the ledger may be removed whole (redaction), never changed. */
export class PayloadsKept20261124120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER ledger_payload_is_unchanged BEFORE UPDATE OR TRUNCATE ON ledger_payload
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER ledger_payload_is_unchanged ON ledger_payload');
  }
}
