import { join } from 'node:path';
import { connectSection, signIn } from '@expert-forum/collab';
import { freePort } from '@expert-forum/testing';
import { startPinnedServer } from '../processor.ts';
import { emptyDatabase, query } from './databases.ts';
import { packageFolder, packageVersion } from './package-version.ts';
import { charactersIn } from './shared-text.ts';
import type { Participant, RunningSystem, System } from './system.ts';

const PASSWORD = 'a-password-for-the-bench';

/** A section of the demonstration forum that five people may type into. */
const SECTION_TITLE = 'Artificial intelligence and the Internet of Things';

/** The section, and everybody who may open it: its drafters first. */
const CAST = `
  SELECT section.id AS "sectionId", member.email
  FROM section CROSS JOIN mandate JOIN member ON member.id = mandate.member_id
  LEFT JOIN drafter ON drafter.section_id = section.id AND drafter.mandate_id = mandate.id
  WHERE section.title->>'en' = $1 AND mandate.withdrawn_at IS NULL
  ORDER BY drafter.mandate_id IS NULL, member.email`;

const STORED = `
  SELECT state AS bytes, seq FROM section_snapshot WHERE section_id = $1
  UNION ALL SELECT body, seq FROM section_update WHERE section_id = $1
  ORDER BY seq`;

/** The forum as `npm start` runs it, on a database of the same server as the peer that stores in PostgreSQL. */
export function expertForum(databaseServer: string): System {
  return {
    name: 'Expert Forum',
    version: packageVersion('@expert-forum/api'),
    start: async () => startForum(await emptyDatabase(databaseServer, 'forum')),
  };
}

async function startForum(databaseUrl: string): Promise<RunningSystem> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startPinnedServer({
    args: ['--enable-source-maps', join(packageFolder('@expert-forum/api'), 'dist', 'main.js')],
    env: { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, DEMO: 'true', DEMO_PASSWORD: PASSWORD, LOG_LEVEL: 'warn' },
    readyUrl: `${url}/readyz`,
  });
  const cast = await query<{ sectionId: string; email: string }>(databaseUrl, CAST, [SECTION_TITLE]);
  const entrances = cast.values();
  return {
    pid: server.pid,
    connect: () => {
      const { value: person } = entrances.next();
      if (person === undefined) throw new Error(`the demonstration forum has ${cast.length} people, and more were asked for`);
      return enter(url, person.email, person.sectionId);
    },
    storedCharacters: async () => {
      const rows = await query<{ bytes: Buffer }>(databaseUrl, STORED, [cast[0]?.sectionId]);
      return charactersIn(rows.map(({ bytes }) => bytes));
    },
    stop: server.stop,
  };
}

async function enter(url: string, email: string, sectionId: string): Promise<Participant> {
  const { ticket } = await signIn({ url, email, password: PASSWORD });
  const section = connectSection({ url, ticket, sectionId });
  await section.synced;
  return { doc: section.doc, leave: () => section.destroy() };
}
