import { CompactionQueue } from './compaction-queue.js';

/** Finishes what is being compacted when it is told to. */
function slowly(): { queue: CompactionQueue; begun: number[]; finish: () => Promise<void> } {
  const begun: number[] = [];
  let finished = (): void => undefined;
  const queue = new CompactionQueue((channel) => {
    begun.push(channel);
    return new Promise((resolve) => (finished = resolve));
  });
  const finish = async (): Promise<void> => {
    finished();
    await new Promise(setImmediate);
  };
  return { queue, begun, finish };
}

describe('texts to be written as states', () => {
  it('[CO2] are those that were written to and are left, one after the other', async () => {
    const { queue, begun, finish } = slowly();
    for (let round = 0; round < 20; round += 1) [2, 3].forEach((channel) => queue.wrote(channel));
    queue.wrote(1);
    [1, 2, 3].forEach((channel) => queue.left(channel));
    expect(begun).toEqual([2]);
    await finish();
    expect(begun).toEqual([2, 3]);
    await finish();
    queue.left(3);
    expect(begun).toEqual([2, 3]);
  });

  it('[CO2] are open ones after four hundred rounds of writing, again and again', async () => {
    const { queue, begun, finish } = slowly();
    for (let round = 1; round <= 1_000; round += 1) {
      queue.wrote(7);
      await finish();
    }
    expect(begun).toEqual([7, 7]);
  });

  it('[CO2] are none any more once the node stops', async () => {
    const { queue, begun } = slowly();
    for (let round = 0; round < 20; round += 1) queue.wrote(1);
    await queue.stop();
    queue.left(1);
    expect(begun).toEqual([]);
  });
});
