import { seededRandom } from '@expert-forum/testing';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { eagerRuntime } from '../crash/eager-runtime.fixture.js';
import { Writer } from '../crash/writer.fixture.js';
import { WritingParty } from '../crash/writing-party.fixture.js';
import { ForumAtALine } from './forum-at-a-line.fixture.js';
import { canFillDisk, FullDisk } from './full-disk.fixture.js';
import type { Loss } from './lossy-line.js';

const WORDS = 30;
const CUTS = 6;
/** Of each writer while the store fails: more than what may find a place on a disk that is called full. */
const MOST_WORDS = 400;

describe('a store that fails under writers', () => {
  let stage: ForumAtALine;
  let party: WritingParty;

  beforeAll(async () => {
    stage = await ForumAtALine.start();
    const { forum } = stage;
    const { sectionId, drafters: [first, second] } = forum.drafting;
    const sections = [];
    for (const email of [first, first, second, second]) {
      const section = (await forum.enter(email)).open(sectionId, { surroundings: { runtime: eagerRuntime } });
      await section.synced;
      sections.push(section);
    }
    const [observer, ...writing] = sections;
    if (observer === undefined) throw new Error('nobody reads');
    const random = seededRandom(2_040);
    const writers = writing.map((section, index) => new Writer('abc'[index] ?? '', section, random));
    party = new WritingParty(observer, writers, () => stage.stored());
  }, 60_000);

  afterAll(async () => {
    await party.leave();
    await stage.stop();
  });

  (canFillDisk ? it : it.skip)('[P1] [R5] whose disk is full acknowledges nothing that is not stored, and takes everything once there is room', async () => {
    await party.type(WORDS, MOST_WORDS);
    const disk = await FullDisk.under(stage.database, stage.place.directory);
    try {
      await party.expectToldOfFailure();
      await party.expectKept();
    } finally {
      await disk.free();
    }
    await party.expectWhole();
  });

  it('[P1] [R5] that stops and starts again acknowledges nothing meanwhile, and takes everything then', async () => {
    await party.type(WORDS, MOST_WORDS);
    stage.database.stop();
    await party.expectToldOfFailure();
    await stage.startDatabase();
    await party.expectKept();
    stage.reconnect();
    await party.expectWhole();
  });

  it.each<Loss>(['failed', 'unheard'])('[P1] [R5] whose line is cut in mid-commit (%s) acknowledges nothing that is not stored, and doubles nothing', async (loss) => {
    await party.type(WORDS, MOST_WORDS);
    await stage.line.lose(loss, CUTS);
    await party.expectKept();
    await party.expectWhole();
  });
});
