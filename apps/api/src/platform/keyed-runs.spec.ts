import { KeyedRuns } from './keyed-runs.js';

describe('KeyedRuns', () => {
  it('[SE5] runs what waits together once, and always after the last call', async () => {
    let state = 0;
    const seen: number[] = [];
    const ends: (() => void)[] = [];
    const runs = new KeyedRuns(() => {
      seen.push(state);
      return new Promise((resolve) => ends.push(resolve));
    });
    state = 1;
    const first = runs.run('a');
    await Promise.resolve();
    state = 2;
    const second = runs.run('a');
    state = 3;
    const third = runs.run('a');
    ends.shift()?.();
    await first;
    await Promise.resolve();
    ends.shift()?.();
    await Promise.all([second, third]);
    expect(seen).toEqual([1, 3]);
  });

  it('[SE5] keeps other keys apart', async () => {
    const begun: string[] = [];
    const runs = new KeyedRuns((key) => {
      begun.push(key);
      return key === 'a' ? new Promise(() => undefined) : Promise.resolve();
    });
    void runs.run('a');
    await runs.run('b');
    expect(begun).toEqual(['a', 'b']);
  });
});
