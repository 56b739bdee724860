import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed-in browsers, socket tickets, one-time links. Of every secret only its SHA-256 is stored. */
export class Logins20261123100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE login (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        member_id uuid NOT NULL REFERENCES member,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX login_member ON login (member_id) WHERE ended_at IS NULL;
      CREATE TABLE ticket (
        hash bytea PRIMARY KEY,
        login_id uuid NOT NULL REFERENCES login,
        mandate_id uuid NOT NULL REFERENCES mandate,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ticket_expiry ON ticket (expires_at);
      CREATE TABLE link (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        member_id uuid NOT NULL REFERENCES member,
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'password')),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE TABLE sign_in_attempt (
        subject bytea NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempt_subject ON sign_in_attempt (subject, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempt, link, ticket, login');
  }
}
