import { seededRandom } from '@expert-forum/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { addSection } from '../store/memory-acts.js';
import { MemoryDatabase } from '../store/memory-database.js';
import { CALM, MemoryDraftingStore } from '../store/memory-drafting-store.js';
import { MemoryTypist, readEngine } from './read-engine.fixture.js';

describe('two nodes on one database', () => {
  let database: MemoryDatabase;
  beforeEach(() => {
    database = new MemoryDatabase(() => new Date(0), seededRandom(1));
  });

  it('[R4] refuse nothing by a text that is behind the log', async () => {
    const { channel } = addSection(database);
    const [near, far] = [readEngine(new MemoryDraftingStore(database)), readEngine(new MemoryDraftingStore(database))];
    const [one, other] = [new MemoryTypist(database, channel), new MemoryTypist(database, channel)];
    const begin = one.append('Water');
    expect(await one.push(near.engine, begin)).toMatchObject({ kind: 'committed' });
    Y.applyUpdate(other.doc, begin);
    const answer = other.append('Energy');
    expect(await other.push(far.engine, answer)).toMatchObject({ kind: 'committed' });
    Y.applyUpdate(one.doc, answer); // shown to them by the far node
    expect(await one.push(near.engine, one.append('Transport'))).toMatchObject({ kind: 'committed', lastSeq: 3 });
  });

  it('[R5] store what begins with a number that came before behind what another has written meanwhile', async () => {
    const { channel } = addSection(database);
    const [near, far] = [readEngine(new MemoryDraftingStore(database)), readEngine(new MemoryDraftingStore(database))];
    const [one, other] = [new MemoryTypist(database, channel), new MemoryTypist(database, channel)];
    await one.push(near.engine, one.append('Water'));
    await other.push(far.engine, other.append('Energy'));
    // The number that came before makes it take its locks, and compare what it was judged by.
    expect(await one.pushAgain(near.engine, one.append('Transport'))).toMatchObject({ kind: 'committed', firstSeq: 1, lastSeq: 3 });
    expect(near.told).toEqual([1, 2, 3]);
  });

  it('[R7] tell their readers what a kept state holds that is newer than the head they had read', async () => {
    const [{ channel }, elsewhere] = [addSection(database), addSection(database)];
    const typist = new MemoryTypist(database, channel);
    const far = readEngine(new MemoryDraftingStore(database));
    let meanwhile = (): Promise<unknown> => Promise.resolve();
    const travel = async (statement: string): Promise<void> => void (statement === 'snapshot' && (await meanwhile()));
    const near = readEngine(new MemoryDraftingStore(database, { ...CALM, travel }), { count: 1, bytes: Infinity });
    await near.engine.look(channel, () => undefined);
    for (let n = 1; n <= 6; n += 1) await typist.push(near.engine, typist.append(`words ${n}`));
    await near.engine.look(elsewhere.channel, () => undefined); // takes the memory of the text
    meanwhile = () => {
      meanwhile = () => Promise.resolve();
      return typist.push(far.engine, typist.append('the seventh, with which a state is kept'));
    };
    await near.engine.look(channel, () => undefined);
    expect(near.told).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
