import { LIMITS } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';
import { FrameGuard } from './frame-guard.js';

const { bytes, burst, perSecond, bytesPerSecond } = LIMITS.frame;
let now = 0;
const guard = (): FrameGuard => new FrameGuard(() => now);
const TOO_FAST = { code: 4429, problem: 'rate-exceeded' };

describe('[PR5] [PR6] of the frames of a connection', () => {
  it('one of 64 KiB passes, and one with a byte more does not', () => {
    expect([bytes, bytes + 1].map((size) => guard().excessOf(size))).toEqual([null, { code: 4400, problem: 'update-too-large' }]);
  });

  it('120 at once pass and then 30 a second, not one more', () => {
    const one = guard();
    const passed = (frames: number): number => Array.from({ length: frames }, () => one.excessOf(1)).filter((excess) => excess === null).length;
    expect(passed(burst + 1)).toBe(burst);
    now += 1_000;
    expect(passed(perSecond + 1)).toBe(perSecond);
  });

  it('4 MiB at once pass and then 256 KiB a second, not a byte more', () => {
    const one = guard();
    const [whole, piece] = [2 * LIMITS.update.bytes, bytes];
    for (let sent = 0; sent < whole; sent += piece) expect(one.excessOf(piece)).toBeNull();
    expect(one.excessOf(1)).toEqual(TOO_FAST);
    now += 1_000;
    for (let sent = 0; sent < bytesPerSecond; sent += piece) expect(one.excessOf(piece)).toBeNull();
    expect(one.excessOf(1)).toEqual(TOO_FAST);
  });
});
