import { decodePart, encodeParts, PART_MAX_BYTES, type PartFrame } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { WaitingParts } from './waiting-parts.js';

const UPDATE = new Uint8Array(2 * PART_MAX_BYTES + 1).fill(7);
const parts = (): PartFrame[] => encodeParts({ channel: 1, epoch: 1, lease: 2, n: 1 }, UPDATE).map(decodePart);

describe('[PR9] parts of an update', () => {
  let waiting: WaitingParts;

  beforeEach(() => {
    jest.useFakeTimers();
    waiting = new WaitingParts();
  });
  afterEach(() => {
    waiting.stop();
    jest.useRealTimers();
  });

  const add = (after: number): (number | null)[] =>
    parts().map((part) => {
      jest.advanceTimersByTime(after);
      return waiting.add(part)?.bytes.byteLength ?? null;
    });

  it('are put together, however slowly, if none is waited for longer than 30 s', () => {
    expect(add(LIMITS.update.nextPart - 1)).toEqual([null, null, UPDATE.byteLength]);
  });

  it('that never end are forgotten after 30 s, and the next ones begin anew', () => {
    const [first, second] = parts();
    if (first === undefined || second === undefined) throw new Error('there are three');
    waiting.add(first);
    jest.advanceTimersByTime(LIMITS.update.nextPart);
    expect(() => waiting.add(second)).toThrow('part out of order');
    expect(jest.getTimerCount()).toBe(0);
    expect(add(0)).toEqual([null, null, UPDATE.byteLength]);
  });

  it('leave no timer behind when they are whole or their connection has gone', () => {
    add(0);
    expect(jest.getTimerCount()).toBe(0);
    const [first] = parts();
    if (first !== undefined) waiting.add(first);
    waiting.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
