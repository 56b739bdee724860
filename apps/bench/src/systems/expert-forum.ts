import { fileURLToPath } from 'node:url';
import { connectSection, type TicketSource } from '@expert-forum/collab/client';
import { freePort } from '@expert-forum/testing';
import { startPinnedServer } from '../processor.ts';
import { plugForum } from '../wire/forum-wire.ts';
import { emptyDatabase, query } from './databases.ts';
import { generatePeople, type GeneratedPerson } from './generated-people.ts';
import { packageVersion } from './package-version.ts';
import { charactersIn } from './shared-text.ts';
import type { Participant, RunningSystem, Size, System } from './system.ts';

const SERVER = fileURLToPath(new URL('../../forum/forum-server.ts', import.meta.url));

/** Milliseconds, and those a section, on a machine that has other work. */
const [LONGEST_TO_START, LONGEST_TO_MAKE] = [120_000, 200];

const STORED = `
  SELECT state AS bytes, seq FROM section_snapshot WHERE section_id = $1
  UNION ALL SELECT body, seq FROM section_update JOIN section USING (channel) WHERE id = $1
  ORDER BY seq`;

/**
 * The modules of the forum, on a database of the same server as the peer that stores in PostgreSQL, with generated people.
 *
 * @param isAdmitting whether the limit of handshakes a second is kept
 */
export function expertForum(databaseServer: string, isAdmitting = false): System {
  return {
    name: `Expert Forum${isAdmitting ? ', handshakes limited' : ''}`,
    version: packageVersion('@expert-forum/api'),
    start: async (size) => startForum(await emptyDatabase(databaseServer, 'forum'), { ...size, isAdmitting }, null),
  };
}

/** @param known whom an earlier process of the same database has; null: they are generated */
async function startForum(databaseUrl: string, size: Size & { readonly isAdmitting: boolean }, known: GeneratedPerson[][] | null): Promise<RunningSystem> {
  const { sections, people, isAdmitting } = size;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startPinnedServer({
    args: ['--enable-source-maps', SERVER, ...(isAdmitting ? ['--admitting'] : [])],
    env: { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, DEMO: 'false', SECTIONS: String(sections), LOG_LEVEL: 'warn' },
    readyUrl: `${url}/readyz`,
    readyWithin: LONGEST_TO_START + sections * LONGEST_TO_MAKE,
  });
  const cast = known ?? (await generatePeople(databaseUrl, people));
  const entrances = cast.map((drafters) => drafters.values());
  const next = (section: number): GeneratedPerson => {
    const person = entrances[section]?.next().value;
    if (person === undefined) throw new Error(`section ${section} has ${people} people, and more were asked for`);
    return person;
  };
  return {
    ...server,
    connect: async (section = 0) => enter(url, next(section)),
    plug: async (section, received) => {
      const person = next(section);
      return plugForum(url, ticketsOf(url, person), person.sectionId, received);
    },
    storedCharacters: async (section = 0) => {
      const rows = await query<{ bytes: Buffer }>(databaseUrl, STORED, [cast[section]?.[0]?.sectionId]);
      return charactersIn(rows.map(({ bytes }) => bytes));
    },
    startAgain: () => startForum(databaseUrl, size, cast),
  };
}

async function enter(url: string, person: GeneratedPerson): Promise<Participant> {
  const section = connectSection({ url, ticket: ticketsOf(url, person), sectionId: person.sectionId });
  await section.synced;
  return {
    doc: section.doc,
    moveCaret: (position) => section.presence.move({ anchor: position, head: position }),
    leave: () => section.destroy(),
  };
}

/** Tickets for somebody who is signed in already. */
export function ticketsOf(url: string, { mandateId, loginSecret }: GeneratedPerson): TicketSource {
  return async () => {
    const answer = await fetch(`${url}/api/v1/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forum-Request': '1', Cookie: `forum_login=${loginSecret}` },
      body: JSON.stringify({ mandateId }),
    });
    const { ticket } = (await answer.json()) as { ticket: string };
    return ticket;
  };
}
