import { LIMITS } from '@expert-forum/domain';
import { PresenceLimit } from './presence-limit.js';

const { bytes, perSecond } = LIMITS.presence;
/** Its quotation marks count too. */
const cursorOf = (size: number): string => 'x'.repeat(size - 2);

describe('PresenceLimit', () => {
  let now = 0;
  let limit = new PresenceLimit(() => now);
  beforeEach(() => {
    now = 0;
    limit = new PresenceLimit(() => now);
  });
  const codeOf = (cursor: unknown): string | null => limit.judge(cursor).problem?.code ?? null;
  const move = (times: number): (string | null)[] => Array.from({ length: times }, () => codeOf(null));

  it('[PR11] takes a caret of 2 KiB, and none of a byte more', () => {
    expect([codeOf(cursorOf(bytes)), codeOf(cursorOf(bytes + 1)), codeOf('あ'.repeat(bytes / 2))]).toEqual([null, 'input-invalid', 'input-invalid']);
  });

  it('[PR11] takes a burst of 20 moves, and then ten a second', () => {
    expect(move(2 * perSecond + 1)).toEqual([...Array.from({ length: 2 * perSecond }, () => null), 'rate-exceeded']);
    now += 1_000;
    expect(move(perSecond + 1)).toEqual([...Array.from({ length: perSecond }, () => null), 'rate-exceeded']);
  });

  it('[PR11] forgives twenty that were dropped, and not one more', () => {
    move(2 * perSecond);
    const isLast = Array.from({ length: 21 }, () => limit.judge(null).isLast);
    expect(isLast).toEqual([...Array.from({ length: 20 }, () => false), true]);
  });
});
