import { startEmbeddedPostgres, type EmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { seededRandom } from '@expert-forum/testing';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';
import { eagerRuntime } from '../crash/eager-runtime.fixture.js';
import { storedText } from '../crash/stored-text.js';
import { Writer } from '../crash/writer.fixture.js';
import { WritingParty } from '../crash/writing-party.fixture.js';
import { newPlace, type Place } from '../start/running-forum.js';
import { canFillDisk, FullDisk } from './full-disk.fixture.js';
import { LossyLine, type Loss } from './lossy-line.js';

const WORDS = 30;
const CUTS = 6;
/** Of each writer while the store fails: more than what may find a place on a disk that is called full. */
const MOST_WORDS = 400;

/** One node, which nobody starts again, on a PostgreSQL of its own at the end of a line. */
describe('a store that fails under writers', () => {
  let place: Place;
  let database: EmbeddedPostgres;
  let line: LossyLine;
  let forum: RunningForum;
  let party: WritingParty;

  beforeAll(async () => {
    place = newPlace();
    database = await startEmbeddedPostgres(place.directory);
    line = await LossyLine.to(database.url);
    forum = await startDemonstration({ logLevel: 'silent', database: { url: line.url, stop: () => Promise.resolve() } });
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
    party = new WritingParty(observer, writers, () => storedText(place.directory, sectionId));
  }, 60_000);

  afterAll(async () => {
    await party.leave();
    await forum.stop();
    line.stop();
    database.stop();
    place.remove();
  });

  (canFillDisk ? it : it.skip)('[P1] [R5] whose disk is full acknowledges nothing that is not stored, and takes everything once there is room', async () => {
    await party.type(WORDS, MOST_WORDS);
    const disk = await FullDisk.under(database, place.directory);
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
    database.stop();
    await party.expectToldOfFailure();
    database = await startEmbeddedPostgres(place.directory);
    await party.expectKept();
    line.lead(database.url);
    await party.expectWhole();
  });

  it.each<Loss>(['failed', 'unheard'])('[P1] [R5] whose line is cut in mid-commit (%s) acknowledges nothing that is not stored, and doubles nothing', async (loss) => {
    await party.type(WORDS, MOST_WORDS);
    await line.lose(loss, CUTS);
    await party.expectKept();
    await party.expectWhole();
  });
});
