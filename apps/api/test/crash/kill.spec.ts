import { connectSection, signIn, type SectionConnection } from '@expert-forum/collab/client';
import { seededRandom } from '@expert-forum/testing';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { until } from '../client/typing.fixture.js';
import { newPlace, PASSWORD, serverPid, startForum, type Place, type RunningForum } from '../start/running-forum.js';
import { eagerRuntime } from './eager-runtime.fixture.js';
import { ask, storedText } from './stored-text.js';
import { Writer } from './writer.fixture.js';
import { WritingParty } from './writing-party.fixture.js';

/** A long run: `KILLS=200 TORTURE_SEED=1`. */
const SEED = Number(process.env['TORTURE_SEED'] ?? 2_040);
const KILLS = Number(process.env['KILLS'] ?? 0);
/** What is looked at after each kill grows with all that was typed before it. */
const KILLS_A_FORUM = 20;
const DRAFTERS = `
  SELECT drafter.section_id AS "sectionId", array_agg(member.email ORDER BY member.email) AS emails
    FROM drafter JOIN mandate ON mandate.id = drafter.mandate_id JOIN member ON member.id = mandate.member_id
    JOIN section ON section.id = drafter.section_id
   WHERE section.phase = 'drafting' GROUP BY 1 HAVING count(*) > 1 ORDER BY 1 LIMIT 1`;
/** One letter each; two members share them, as a member may hold no more connections than ten. */
const WRITERS = 'abcdefgh';
const OBSERVER = 'observer1@partner.example';
const BACKENDS = "SELECT pid FROM pg_stat_activity WHERE application_name = 'expert-forum' ORDER BY pid";

describe('kill -9 in mid-burst of eight writers', () => {
  const random = seededRandom(SEED);
  let place: Place;
  let forum: RunningForum;
  let sectionId: string;
  let party: WritingParty;

  const kill = (pid: number): void => void process.kill(pid, 'SIGKILL');
  const open = async (email: string): Promise<SectionConnection> => {
    const { ticket } = await signIn({ url: forum.url, email, password: PASSWORD });
    const section = connectSection({ url: forum.url, ticket, sectionId, surroundings: { runtime: eagerRuntime } });
    await section.synced;
    return section;
  };

  const begin = async (): Promise<void> => {
    place = newPlace();
    forum = await startForum(place.directory);
    const [drafted] = await ask<{ sectionId: string; emails: string[] }>(place.directory, DRAFTERS);
    if (drafted === undefined) throw new Error('nothing is being drafted');
    sectionId = drafted.sectionId;
    const { emails } = drafted;
    const observer = await open(OBSERVER);
    const writers: Writer[] = [];
    for (const [index, name] of [...WRITERS].entries()) writers.push(new Writer(name, await open(emails[index % 2] ?? ''), random));
    party = new WritingParty(observer, writers, () => storedText(place.directory, sectionId));
  };

  const end = async (): Promise<void> => {
    await party.leave();
    await forum.stop();
    place.remove();
  };

  beforeAll(begin, 60_000);
  afterAll(end);

  /** Kills while everybody types: after a number of words, that chance chose, has reached the observer. */
  async function killWhileTyping(strike: () => Promise<void> | void): Promise<void> {
    await party.type(20 + Math.floor(random() * 60));
    await strike();
    for (const writer of party.writers) writer.burst();
  }

  const restart = async (): Promise<void> => {
    await forum.stop();
    await until(party.observer, () => party.observer.status === 'offline'); // before it can be sent again
    await party.expectKept();
    forum = await startForum(place.directory, { PORT: new URL(forum.url).port });
    await party.expectWhole();
  };

  it('[P1] of the forum loses nothing that was seen or acknowledged', async () => {
    await killWhileTyping(() => kill(forum.pid));
    await restart();
  }, 60_000);

  it('[P1] of PostgreSQL loses nothing that was seen or acknowledged', async () => {
    await killWhileTyping(() => kill(serverPid(place.directory)));
    await restart();
  }, 60_000);

  it.each(['the forum', 'PostgreSQL'])('[P1] of both, %s first, loses nothing that was seen or acknowledged', async (first) => {
    const pids = [forum.pid, serverPid(place.directory)];
    await killWhileTyping(() => (first === 'PostgreSQL' ? pids.reverse() : pids).forEach(kill));
    await restart();
  }, 60_000);

  it('[P1] of one of the processes of PostgreSQL loses nothing, and the forum goes on by itself', async () => {
    await killWhileTyping(async () => {
      const [backend] = await ask<{ pid: number }>(place.directory, BACKENDS);
      if (backend !== undefined) kill(backend.pid);
    });
    await party.expectWhole();
  }, 60_000);

  if (KILLS > 0) {
    it.each(Array.from({ length: KILLS }, (_, index) => index + 1))('[P1] of whatever chance strikes loses nothing (%i)', async (turn) => {
      if (turn % KILLS_A_FORUM === 0) {
        await end();
        await begin();
      }
      const victims = [[forum.pid], [serverPid(place.directory)], [forum.pid, serverPid(place.directory)]][Math.floor(random() * 3)] ?? [];
      await killWhileTyping(() => victims.forEach(kill));
      await restart();
    }, 120_000);
  }
});
