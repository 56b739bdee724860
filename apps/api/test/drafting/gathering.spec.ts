import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { seededRandom } from '@expert-forum/testing';
import type { DraftingEngine } from '../../src/features/drafting/engine/drafting-engine.js';
import type { Push, PushOutcome } from '../../src/features/drafting/engine/push.js';
import { addDrafter, addSection } from '../store/memory-acts.js';
import { MemoryDatabase } from '../store/memory-database.js';
import { MemoryDraftingStore } from '../store/memory-drafting-store.js';
import { readEngine } from './read-engine.fixture.js';

const LONGEST_MS = 5;

/** Enough turns for whatever waits for nothing but its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

describe('updates that come one after the other', () => {
  let engine: DraftingEngine;
  let written: number[];
  let answers: PushOutcome[];
  let push: () => void;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    const database = new MemoryDatabase(() => new Date(0), seededRandom(1));
    const store = new MemoryDraftingStore(database);
    const { channel } = addSection(database);
    const writer = { ...addDrafter(database, channel), connectionId: 'only', ordinal: 1 };
    [written, answers] = [[], []];
    const write = store.write.bind(store);
    jest.spyOn(store, 'write').mockImplementation((requests, ...rest) => {
      written.push(requests.length);
      return write(requests, ...rest);
    });
    ({ engine } = readEngine(store));
    const empty: Omit<Push, 'answer'> = { channel, epoch: 1, lease: 1, firstN: 1, updates: [], schema: 1, writer };
    push = () => engine.push({ ...empty, answer: (outcome) => answers.push(outcome) });
  });
  afterEach(() => void jest.useRealTimers());

  it('[R5] one by one wait for nothing', async () => {
    for (const n of [1, 2, 3]) {
      push();
      await settled();
      expect([written.length, answers.length]).toEqual([n, n]);
    }
  });

  it('[R5] share a transaction with those of the next moment, once several have come together', async () => {
    for (let n = 1; n <= 3; n += 1) push();
    await settled();
    expect([written, answers.length]).toEqual([[3], 3]);
    push();
    push();
    await settled();
    expect([written, answers.length]).toEqual([[3], 3]);
    jest.advanceTimersByTime(LONGEST_MS);
    await settled();
    expect([written, answers.length]).toEqual([[3, 2], 5]);
  });

  it('[R5] wait for nothing when that moment has passed', async () => {
    for (let n = 1; n <= 3; n += 1) push();
    await settled();
    jest.advanceTimersByTime(LONGEST_MS);
    push();
    await settled();
    expect([written, answers.length]).toEqual([[3, 1], 4]);
  });
});
