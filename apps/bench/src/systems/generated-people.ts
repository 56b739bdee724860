import { query } from './databases.ts';

/** Somebody who may write in one section and is signed in. */
export interface GeneratedPerson {
  readonly sectionId: string;
  readonly mandateId: string;
  /** What the cookie of the login holds. */
  readonly loginSecret: string;
}

/** Members, their mandates, and logins that are open; `$1` people a section, each a drafter of one. */
const GENERATE = `
  WITH person AS MATERIALIZED (
    SELECT section.id AS section_id, channel, gen_random_uuid() AS member_id, gen_random_uuid() AS mandate_id, gen_random_uuid()::text AS secret
      FROM section CROSS JOIN generate_series(1, $1::integer) WHERE parent_id IS NOT NULL
  ), members AS (
    INSERT INTO member (id, email, name, language, created_at)
    SELECT member_id, member_id || '@forum.example', 'A person', 'en', now() FROM person
  ), mandates AS (
    INSERT INTO mandate (id, forum_id, member_id, centre_id, role, starts_at)
    SELECT mandate_id, centre.forum_id, member_id, centre.id, 'expert', now() FROM person CROSS JOIN centre
  ), drafters AS (
    INSERT INTO drafter (section_id, mandate_id) SELECT section_id, mandate_id FROM person
  ), logins AS (
    INSERT INTO login (id, token_hash, member_id, created_at, seen_at)
    SELECT gen_random_uuid(), sha256(convert_to(secret, 'UTF8')), member_id, now(), now() FROM person
  )
  SELECT section_id AS "sectionId", mandate_id AS "mandateId", secret AS "loginSecret" FROM person ORDER BY channel`;

/** Past the forms and the ledger: what is measured is not how people are invited. @returns the people of each section */
export async function generatePeople(databaseUrl: string, people: number): Promise<GeneratedPerson[][]> {
  const everybody = await query<GeneratedPerson>(databaseUrl, GENERATE, [people]);
  await query(databaseUrl, 'ANALYZE');
  const sections = [...new Set(everybody.map(({ sectionId }) => sectionId))];
  return sections.map((id) => everybody.filter(({ sectionId }) => sectionId === id));
}
