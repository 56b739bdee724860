import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, their agenda, calls and decisions, and the revisions that decisions settle. */
export class Sessions20261124110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE revision (
        id uuid PRIMARY KEY,
        section_id text NOT NULL REFERENCES section,
        epoch integer NOT NULL,
        seq integer NOT NULL,
        schema integer NOT NULL,
        name text NOT NULL,
        document json NOT NULL,
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX revision_section ON revision (section_id, created_at);
      CREATE TRIGGER revision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        forum_id uuid NOT NULL REFERENCES forum,
        title jsonb NOT NULL,
        place text,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        state text NOT NULL,
        chair_mandate_id uuid NOT NULL REFERENCES mandate,
        opened_at timestamptz,
        closed_at timestamptz,
        CHECK (ends_at > starts_at)
      );
      CREATE INDEX session_forum ON session (forum_id, starts_at);
      CREATE TABLE agenda_item (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session,
        position integer NOT NULL,
        title jsonb NOT NULL,
        minutes integer NOT NULL CHECK (minutes > 0),
        state text NOT NULL,
        activated_at timestamptz,
        outcome text
      );
      CREATE INDEX agenda_item_session ON agenda_item (session_id, position);
      CREATE UNIQUE INDEX agenda_item_on_table ON agenda_item (session_id) WHERE state = 'active';
      CREATE TABLE agenda_item_section (
        item_id uuid NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
        section_id text NOT NULL REFERENCES section,
        position integer NOT NULL,
        PRIMARY KEY (item_id, section_id)
      );
      CREATE TABLE objection_call (
        id uuid PRIMARY KEY,
        place integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        session_id uuid NOT NULL REFERENCES session,
        item_id uuid NOT NULL REFERENCES agenda_item,
        section_id text NOT NULL REFERENCES section,
        opened_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        seq integer NOT NULL,
        hash text NOT NULL,
        document json NOT NULL,
        stopped_at timestamptz CHECK (stopped_at < closes_at),
        objecting_centre_id uuid REFERENCES centre,
        CHECK ((stopped_at IS NULL) = (objecting_centre_id IS NULL))
      );
      CREATE INDEX objection_call_session ON objection_call (session_id, place);
      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        place integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        session_id uuid NOT NULL REFERENCES session,
        item_id uuid NOT NULL REFERENCES agenda_item,
        section_id text NOT NULL REFERENCES section,
        section_number text NOT NULL,
        section_title jsonb NOT NULL,
        kind text NOT NULL CHECK (kind IN ('agreed', 'agreed_ad_referendum', 'reopened')),
        at timestamptz NOT NULL,
        call_id uuid UNIQUE REFERENCES objection_call,
        revision_id uuid UNIQUE REFERENCES revision,
        seq integer NOT NULL,
        hash text NOT NULL,
        centres_present jsonb NOT NULL,
        text text,
        corrects uuid UNIQUE REFERENCES decision,
        CHECK ((kind = 'reopened') = (corrects IS NOT NULL)),
        CHECK ((kind = 'reopened') = (call_id IS NULL)),
        CHECK ((kind = 'reopened') = (revision_id IS NULL))
      );
      CREATE INDEX decision_session ON decision (session_id, place);
      CREATE INDEX decision_section ON decision (section_id, place);
      CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TABLE session_centre (
        session_id uuid NOT NULL REFERENCES session,
        centre_id uuid NOT NULL REFERENCES centre,
        PRIMARY KEY (session_id, centre_id)
      );
    `);
    // Who is in the room and who asks to speak is forgotten: in no log of the database, and in no backup.
    await runner.query(`
      CREATE UNLOGGED TABLE session_attendance (
        session_id uuid NOT NULL REFERENCES session,
        connection_id text NOT NULL,
        centre_id uuid NOT NULL REFERENCES centre,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, connection_id)
      );
      CREATE UNLOGGED TABLE floor_request (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session,
        mandate_id uuid NOT NULL REFERENCES mandate,
        place integer GENERATED ALWAYS AS IDENTITY,
        asked_at timestamptz NOT NULL,
        given_at timestamptz,
        UNIQUE (session_id, mandate_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE floor_request, session_attendance, session_centre, decision, objection_call');
    await runner.query('DROP TABLE agenda_item_section, agenda_item, session, revision');
  }
}
