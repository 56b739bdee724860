import { connectSection, signIn, type SectionConnection } from '@expert-forum/collab/client';
import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type } from '../client/typing.fixture.js';
import { ask } from '../crash/stored-text.js';
import { newPlace, PASSWORD, serverPid, startForum, type Place, type RunningForum } from './running-forum.js';

/** The long form compares the time: `LONGEST_END_MS=20000`. */
const LONGEST_MS = Number(process.env['LONGEST_END_MS'] ?? 0);
const DRAFTER = `
  SELECT section_id AS "sectionId", email FROM drafter JOIN mandate ON mandate.id = mandate_id JOIN member ON member.id = member_id
    JOIN section ON section.id = section_id WHERE phase = 'drafting' ORDER BY section_id LIMIT 1`;
const WAITING = "SELECT FROM pg_locks WHERE relation = 'section_update'::regclass AND NOT granted";

interface Running {
  readonly place: Place;
  readonly forum: RunningForum;
  readonly section: SectionConnection;
}

/** What happens to the database before the forum is asked to stop. @returns what ends it */
const FATES: Readonly<Record<string, (running: Running) => Promise<() => unknown>>> = {
  /** The last push waits for a lock. */
  'is locked by somebody else': async ({ place, section }) => {
    const holder = new Client({ connectionString: (await startEmbeddedPostgres(place.directory)).url });
    holder.on('error', () => undefined); // PostgreSQL is stopped
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE section_update IN ACCESS EXCLUSIVE MODE');
    type(section, 'Written in vain.');
    while ((await holder.query(WAITING)).rowCount === 0);
    return () => holder.end();
  },

  /** None of its processes does anything any more, and lines to it stay open. */
  'stands still': async ({ place, section }) => {
    const others = await ask<{ pid: number }>(place.directory, 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    const pids = [serverPid(place.directory), ...others.map(({ pid }) => pid)];
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    type(section, 'Written in vain.');
    return () => pids.forEach((pid) => process.kill(pid, 'SIGKILL'));
  },
};

interface End {
  readonly code: number | null;
  readonly output: string;
  readonly ms: number;
}

async function start(): Promise<Running> {
  const place = newPlace();
  const forum = await startForum(place.directory, { LOG_LEVEL: 'error' });
  const [drafter] = await ask<{ sectionId: string; email: string }>(place.directory, DRAFTER);
  if (drafter === undefined) throw new Error('nothing is being drafted');
  const { ticket } = await signIn({ url: forum.url, email: drafter.email, password: PASSWORD });
  const section = connectSection({ url: forum.url, ticket, sectionId: drafter.sectionId });
  await section.synced;
  return { place, forum, section };
}

/** Lets the database fare so, and asks the forum to stop. Nobody kills it. */
async function endWhileDatabase(fate: string, running: Running): Promise<End> {
  const { place, forum, section } = running;
  const over = await FATES[fate]?.(running);
  const since = performance.now();
  process.kill(forum.pid, 'SIGTERM');
  const code = await forum.ended;
  const ms = Math.round(performance.now() - since);
  process.stdout.write(`a forum whose database ${fate} ended ${ms} ms after it was asked to\n`);
  await over?.();
  await section.destroy();
  place.remove();
  return { code, output: forum.output(), ms };
}

describe('a forum that is asked to stop, whose database', () => {
  const ends = new Map<string, End>();

  beforeAll(async () => {
    const ending: Promise<unknown>[] = [];
    for (const fate of Object.keys(FATES)) ending.push(endWhileDatabase(fate, await start()).then((end) => ends.set(fate, end)));
    await Promise.all(ending);
  }, 180_000);

  it.each([
    ['is locked by somebody else', ['Finishing what is under way was cut']],
    ['stands still', ['Finishing what is under way was cut', 'Stopping PostgreSQL failed']],
  ])('[ST14] %s, ends by itself, with 1 and the names of what was cut in its log', (fate, faults) => {
    const { code, output } = ends.get(fate) ?? {};
    expect(code).toBe(1);
    for (const fault of faults) expect(output).toContain(fault);
  });

  if (LONGEST_MS > 0) {
    it.each(Object.keys(FATES))('[ST14] %s, ends in time', (fate) => {
      expect(ends.get(fate)?.ms).toBeLessThanOrEqual(LONGEST_MS);
    });
  }
});
