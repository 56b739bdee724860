import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forum, centres, members and mandates: who may do what. */
export class People20261123100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE forum (
        id uuid PRIMARY KEY,
        title jsonb NOT NULL,
        disclaimer jsonb NOT NULL,
        banner jsonb,
        home_timezone text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE country (
        forum_id uuid NOT NULL REFERENCES forum,
        code text NOT NULL CHECK (code ~ '^[A-Z]{3}$'),
        name jsonb NOT NULL,
        timezone text NOT NULL,
        PRIMARY KEY (forum_id, code)
      );
      CREATE TABLE centre (
        id uuid PRIMARY KEY,
        forum_id uuid NOT NULL REFERENCES forum,
        country_code text NOT NULL,
        code text NOT NULL,
        name jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (forum_id, code),
        FOREIGN KEY (forum_id, country_code) REFERENCES country
      );
      CREATE TABLE member (
        id uuid PRIMARY KEY,
        email text NOT NULL CHECK (email = lower(email)),
        name text NOT NULL,
        language text NOT NULL,
        password_hash text,
        suspended_at timestamptz,
        created_at timestamptz NOT NULL,
        UNIQUE (email)
      );
      CREATE TABLE mandate (
        id uuid PRIMARY KEY,
        forum_id uuid NOT NULL REFERENCES forum,
        member_id uuid NOT NULL REFERENCES member,
        centre_id uuid REFERENCES centre,
        role text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        withdrawn_at timestamptz,
        CHECK ((role IN ('focal_point', 'expert')) = (centre_id IS NOT NULL)),
        CHECK (ends_at > starts_at)
      );
      CREATE INDEX mandate_member ON mandate (member_id);
      CREATE INDEX mandate_forum ON mandate (forum_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate, member, centre, country, forum');
  }
}
