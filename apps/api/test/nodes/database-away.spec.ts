import { setTimeout } from 'node:timers/promises';
import type { SectionConnection } from '@expert-forum/collab/client';
import { seededRandom } from '@expert-forum/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningForum } from '../client/demonstration.fixture.js';
import { until } from '../client/typing.fixture.js';
import { eagerRuntime } from '../crash/eager-runtime.fixture.js';
import { wordsOf, Writer } from '../crash/writer.fixture.js';
import { WritingParty } from '../crash/writing-party.fixture.js';
import { ForumAtALine } from '../store/forum-at-a-line.fixture.js';

/** The long form: `DATABASE_AWAY_MS=60000 TORTURE_SEED=1`. */
const AWAY_MS = Number(process.env['DATABASE_AWAY_MS'] ?? 0);
const SEED = Number(process.env['TORTURE_SEED'] ?? 2_042);
/** Within which readers of the other node have what was acknowledged once the database is back. */
const UP_TO_DATE_MS = 1_500;
const WORDS = 30;
/** Of each writer before the database goes. */
const MOST_WORDS = 400;
/** Of each writer while it is away. */
const BURSTS = 20;

/** One of the two nodes, and who is connected to it. */
interface Side {
  readonly reader: SectionConnection;
  readonly writers: readonly Writer[];
}

describe('two nodes whose PostgreSQL, which carries their rings as well, is killed under writers on both', () => {
  let stage: ForumAtALine;
  let near: Side;
  let far: Side;
  let party: WritingParty;

  beforeAll(async () => {
    stage = await ForumAtALine.start();
    const { forum } = stage;
    const random = seededRandom(SEED);
    const { sectionId, drafters: [first, second] } = forum.drafting;
    const inhabit = async ({ enter }: Pick<RunningForum, 'enter'>, names: string): Promise<Side> => {
      /** Each on a connection of its own. */
      const open = async (drafter: string): Promise<SectionConnection> => {
        const section = (await enter(drafter)).open(sectionId, { surroundings: { runtime: eagerRuntime } });
        await section.synced;
        return section;
      };
      const writers: Writer[] = [];
      for (const [index, name] of [...names].entries()) writers.push(new Writer(name, await open(index === 0 ? first : second), random));
      return { reader: await open(first), writers };
    };
    near = await inhabit(forum, 'ab');
    far = await inhabit(await forum.addNode(), 'cd');
    party = new WritingParty(far.reader, [...near.writers, ...far.writers], () => stage.stored());
  }, 120_000);

  afterAll(async () => {
    await Promise.all([party.leave(), near.reader.destroy()]);
    await stage.stop();
  });

  /** The longest time from the acknowledgement of all that somebody had typed until a reader of the other node has it. */
  async function longestUntilSeen(): Promise<number> {
    const times = [[near, far] as const, [far, near] as const].flatMap(([{ writers }, { reader }]) =>
      writers.map(async (writer) => {
        const acknowledged = writer.finish().then(() => performance.now());
        const seen = until(reader, () => writer.typed.every((word) => wordsOf(reader).includes(word))).then(() => performance.now());
        return (await seen) - (await acknowledged);
      }),
    );
    return Math.max(...(await Promise.all(times)));
  }

  it('[P1] [P9] [ND1] [ND5] loses and doubles nothing, acknowledges nothing that is not stored, and both are whole again by themselves', async () => {
    await Promise.all([near, far].map(({ reader }) => untilPeople(reader, 5)));
    await party.type(WORDS, MOST_WORDS);
    process.kill(stage.database.pid, 'SIGKILL');
    await party.expectToldOfFailure();
    for (const writer of party.writers) for (let burst = 0; burst < BURSTS; burst += 1) writer.burst();
    if (AWAY_MS > 0) {
      await setTimeout(AWAY_MS);
      await Promise.all([near, far].map(({ reader }) => untilPeople(reader, 2))); // those of its own node
    }
    for (const { section } of party.writers) expect(section.statusDetails.isEditable).toBe(true);
    await stage.startDatabase();
    await party.expectKept();
    stage.reconnect();
    const ms = Math.round(await longestUntilSeen());
    process.stdout.write(`database away: readers of the other node had what was acknowledged ${ms} ms later at the most\n`);
    if (AWAY_MS > 0) expect(ms).toBeLessThanOrEqual(UP_TO_DATE_MS);

    await party.expectWhole();
    await until(near.reader, () => near.reader.contentHash()?.seq === far.reader.contentHash()?.seq);
    expect(near.reader.contentHash()).toEqual(far.reader.contentHash());
    for (const { section } of party.writers) expect(section.tray).toEqual([]);

    await Promise.all([near, far].map(({ reader }) => untilPeople(reader, 5)));
    await untilCarets(far.reader, near.writers);
    await untilCarets(near.reader, far.writers);
  }, 120_000 + 2 * AWAY_MS);
});

/** Resolves when a reader is shown so many people. */
const untilPeople = ({ presence }: SectionConnection, count: number): Promise<void> => untilShown(presence, () => presence.people.length === count);

/** Lets each move, and resolves when a reader is shown where each of them is now. */
async function untilCarets({ presence }: SectionConnection, writers: readonly Writer[]): Promise<void> {
  const places = writers.map(({ section, typed }) => {
    const anchor = typed.at(-1);
    section.presence.move({ anchor, head: anchor });
    return anchor;
  });
  await untilShown(presence, () => places.every((place) => presence.people.some(({ cursor }) => cursor?.anchor === place)));
}

async function untilShown({ events }: SectionConnection['presence'], isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const end = events.on('changed', () => {
      if (!isSo()) return;
      end();
      resolve();
    });
  });
}
