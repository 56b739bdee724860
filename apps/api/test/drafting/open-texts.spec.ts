import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as Y from 'yjs';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import type { DraftingEngine } from '../../src/features/drafting/engine/drafting-engine.js';
import { DraftingStore } from '../../src/features/drafting/store/drafting-store.js';
import { Discussion, type Reader } from '../threads/discussion.fixture.js';
import { paragraph } from './raw-connection.fixture.js';
import { readEngine } from './read-engine.fixture.js';

let discussion: Discussion;
let writer: Reader;
/** The channels of two sections; words are written into the first. */
let channels: readonly [number, number];

beforeAll(async () => {
  discussion = await Discussion.start();
  const { sectionId } = await discussion.forum.section(discussion.people.moderator);
  const rows: { channel: number }[] = await discussion.forum.dataSource.query('SELECT channel FROM section WHERE id = ANY($1) ORDER BY id = $2', [[sectionId, discussion.sectionId], sectionId]);
  const [first, second] = rows.map(({ channel }) => channel);
  channels = [first ?? 0, second ?? 0];
  writer = await discussion.read('expert');
}, 60_000);
afterAll(() => discussion.stop());
afterEach(() => void jest.restoreAllMocks());

/** The engine of a node that reads both sections and may hold so much. */
function engineWith(most: { count: number; bytes: number }): { engine: DraftingEngine; told: number[]; loads: () => number } {
  const store = discussion.forum.app.get(DraftingStore, { strict: false });
  const { engine, told } = readEngine(store, most);
  const read = jest.spyOn(store, 'snapshot');
  return { engine, told, loads: () => read.mock.calls.length };
}

const seqIn = (engine: DraftingEngine, channel: number): Promise<number> => engine.look(channel, ({ seq }) => seq);

describe('texts in memory', () => {
  it.each([
    ['number', { count: 1, bytes: Infinity }],
    ['bytes', { count: Infinity, bytes: 1 }],
  ])('[R7] beyond the allowed %s that which was not used for longest goes, and is loaded again when it is used', async (_what, most) => {
    const { engine, loads } = engineWith(most);
    const [first, second] = channels;
    const seq = await seqIn(engine, first);
    await seqIn(engine, first);
    expect(loads()).toBe(1);
    await seqIn(engine, second);
    await seqIn(engine, second);
    expect(loads()).toBe(2);
    expect(await seqIn(engine, first)).toBe(seq);
    expect(loads()).toBe(3);
  });

  it('[R7] within both stay', async () => {
    const { engine, loads } = engineWith({ count: 2, bytes: Infinity });
    for (const channel of [...channels, ...channels]) await seqIn(engine, channel);
    expect(loads()).toBe(2);
  });

  it('[R5] whose memory was given back reach their readers whole and once', async () => {
    const { engine, told } = engineWith({ count: 1, bytes: Infinity });
    const [first, second] = channels;
    const seq = await seqIn(engine, first);
    await seqIn(engine, second);
    const { raw } = writer;
    for (const n of [1, 2]) {
      expect(await raw.push([raw.append(paragraph(new Y.XmlText(`words ${n}`)))], { firstN: n })).toMatchObject({ ok: true });
      await engine.heard(first, seq + n);
    }
    await engine.heard(first, seq + 2);
    expect(told).toEqual([seq + 1, seq + 2]);
    expect(await seqIn(discussion.forum.app.get(DraftingService, { strict: false }).engine, first)).toBe(seq + 2);
  });
});
