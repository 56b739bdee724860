import { describe, expect, it } from '@jest/globals';
import { localProblem } from './forum-problem.js';
import { SavedWaiters } from './saved-waiters.js';
import type { OutboxRow } from './storage/section-storage.js';

const row = (n: number): OutboxRow => ({ epoch: 1, lease: 5, n, bytes: new Uint8Array(1), at: n });
const frozen = localProblem('section-frozen');

describe('saved()', () => {
  it('[P1] waits for the last update typed before the question, not for later ones', async () => {
    const saved = new SavedWaiters();
    const [first, second] = [row(1), row(2)];
    const answer = saved.ask([first]);
    saved.acknowledge([second]);
    await expect(answer).resolves.toBeUndefined();
  });

  it('[P1] does not resolve while an earlier update is unacknowledged', async () => {
    const saved = new SavedWaiters();
    const [first, second] = [row(1), row(2)];
    let isSaved = false;
    const answer = saved.ask([first, second]).then(() => (isSaved = true));
    saved.acknowledge([second]);
    await Promise.resolve();
    expect(isSaved).toBe(false);
    saved.acknowledge([]);
    await answer;
  });

  it('[R17] rejects when what was typed is refused, also before the question and then once', async () => {
    const saved = new SavedWaiters();
    const first = row(1);
    const answer = saved.ask([first]);
    saved.refuse([first], frozen);
    await expect(answer).rejects.toMatchObject({ code: 'section-frozen' });
    saved.refuse([row(2)], frozen);
    await expect(saved.ask([])).rejects.toMatchObject({ code: 'section-frozen' });
    await expect(saved.ask([])).resolves.toBeUndefined();
  });
});
