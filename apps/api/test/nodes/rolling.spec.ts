import { connectSection, signIn, type SectionConnection } from '@expert-forum/collab/client';
import { seededRandom } from '@expert-forum/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { textOf, until } from '../client/typing.fixture.js';
import { ask, storedText } from '../crash/stored-text.js';
import { wordsIn, wordsOf } from '../crash/writer.fixture.js';
import { newPlace, PASSWORD, type Place } from '../start/running-forum.js';
import { startNodes, type RunningNodes } from './running-nodes.js';
import { SteadyWriter } from './steady-writer.fixture.js';

/** A long run: `NODE_KILLS=50 TORTURE_SEED=1`. */
const SEED = Number(process.env['TORTURE_SEED'] ?? 2_041);
const KILLS = Number(process.env['NODE_KILLS'] ?? 0);
const DRAFTERS = `
  SELECT drafter.section_id AS "sectionId", array_agg(member.email ORDER BY member.email) AS emails
    FROM drafter JOIN mandate ON mandate.id = drafter.mandate_id JOIN member ON member.id = mandate.member_id
    JOIN section ON section.id = drafter.section_id
   WHERE section.phase = 'drafting' GROUP BY 1 HAVING count(*) > 1 ORDER BY 1 LIMIT 1`;
const OBSERVER = 'observer1@partner.example';
const LONGEST_GAP_MS = 2_000;
const PEOPLE_GONE_MS = 15_000;

describe('two nodes behind a proxy, while four people type', () => {
  let place: Place;
  let nodes: RunningNodes;
  let sectionId: string;
  let emails: string[];
  let observer: SectionConnection;
  let writers: SteadyWriter[];
  let wordsBefore: number;

  const open = async (email: string): Promise<SectionConnection> => {
    const { ticket } = await signIn({ url: nodes.url, email, password: PASSWORD });
    const section = connectSection({ url: nodes.url, ticket, sectionId });
    await section.synced;
    return section;
  };

  beforeAll(async () => {
    place = newPlace();
    nodes = await startNodes(place.directory);
    const [drafted] = await ask<{ sectionId: string; emails: string[] }>(place.directory, DRAFTERS);
    if (drafted === undefined) throw new Error('nothing is being drafted');
    ({ sectionId, emails } = drafted);
  }, 90_000);
  afterAll(async () => {
    await nodes.stop();
    place.remove();
  }, 60_000);

  beforeEach(async () => {
    observer = await open(OBSERVER);
    writers = [];
    for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) writers.push(new SteadyWriter(name, await open(emails[index % 2] ?? '')));
    wordsBefore = wordsOf(observer).length;
    for (const writer of writers) writer.start();
  });
  afterEach(() => Promise.all([observer, ...writers.map(({ section }) => section)].map((section) => section.destroy())));

  /** Each word is there once, in its writer's order, for everybody and in the database. */
  async function expectWhole(): Promise<void> {
    await Promise.all(writers.map((writer) => writer.finish()));
    const typed = writers.flatMap((writer) => writer.typed).length;
    await until(observer, () => wordsOf(observer).length >= wordsBefore + typed);
    const seen = wordsOf(observer).slice(wordsBefore);
    expect(seen).toHaveLength(typed);
    for (const { typed: own } of writers) expect(seen.filter((word) => own[0]?.[1] === word[1])).toEqual(own);
    for (const { section } of writers) {
      await until(section, () => section.contentHash()?.seq === observer.contentHash()?.seq);
      expect(section.contentHash()).toEqual(observer.contentHash());
      expect(section.tray).toEqual([]);
    }
    expect(wordsIn(await storedText(place.directory, sectionId))).toEqual(wordsIn(textOf(observer)));
  }

  /** Nobody had to wait with typing, and nobody saw anything but a line that was gone for a moment. */
  function expectUnnoticed(): void {
    for (const { said, wasEverShut } of writers) {
      expect([...said].filter((word) => !['synced', 'connecting', 'offline'].includes(word))).toEqual([]);
      expect(wasEverShut).toBe(false);
    }
  }

  it('[P9] each node is started again in turn: nothing is lost, nothing doubled, and nobody is kept from typing', async () => {
    const before = nodes.pids();
    process.kill(nodes.pid, 'SIGHUP');
    await until(observer, () => nodes.output().includes('All nodes were started again'));
    await expectWhole();
    expectUnnoticed();
    expect(nodes.pids().filter((pid) => before.includes(pid))).toEqual([]);
    const gaps = writers.flatMap((writer) => writer.gaps).sort((one, other) => one - other);
    process.stdout.write(`rolling restart: ${gaps.length} moves, gaps ${gaps.map(Math.round).join(', ')} ms\n`);
    expect(gaps.length).toBeGreaterThanOrEqual(writers.length);
    expect(gaps.at(-1)).toBeLessThan(LONGEST_GAP_MS);
  }, 90_000);

  it('[P9] [ND6] a node that is killed: nothing is lost, and its people are shown no longer than fifteen seconds', async () => {
    await until(observer, () => wordsOf(observer).length > wordsBefore + 20);
    process.kill(nodes.pids()[0] ?? 0, 'SIGKILL');
    const since = performance.now();
    await until(observer, () => writers.every(({ gaps, section }) => gaps.length === 0 || section.status === 'synced') && wordsOf(observer).length > wordsBefore + 80);
    await peopleAre(writers.length);
    expect(performance.now() - since).toBeLessThan(PEOPLE_GONE_MS);
    await expectWhole();
    expectUnnoticed();
    process.stdout.write(`killed node: gaps ${writers.flatMap(({ gaps }) => gaps).map(Math.round).join(', ')} ms\n`);
  }, 90_000);

  if (KILLS > 0) {
    const random = seededRandom(SEED);
    const readied = (): number => nodes.output().split(' is ready').length;

    it.each(Array.from({ length: KILLS }, (_, index) => index + 1))('[P1] [P9] whichever node chance kills, nothing is lost, and it is started again (%i)', async () => {
      const enough = wordsBefore + 10 + Math.floor(random() * 60);
      await until(observer, () => wordsOf(observer).length > enough);
      const before = readied();
      process.kill(nodes.pids()[Math.floor(random() * 2)] ?? 0, 'SIGKILL');
      await until(observer, () => readied() > before);
      await expectWhole();
      expectUnnoticed();
    }, 90_000);
  }

  /** Resolves when the observer sees so many people. */
  async function peopleAre(count: number): Promise<void> {
    const { presence } = observer;
    if (presence.people.length === count) return;
    await new Promise<void>((resolve) => {
      const end = presence.events.on('changed', (people) => {
        if (people.length !== count) return;
        end();
        resolve();
      });
    });
  }
});
