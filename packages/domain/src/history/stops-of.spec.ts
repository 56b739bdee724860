import { LIMITS } from '../limits/limits.js';
import { stopsOf } from './stops-of.js';

const change = (seq: number, seconds: number, hand = 'a') => ({ seq, at: new Date(seconds * 1_000), hand });

describe('the stops of a timeline', () => {
  it('[HI12] join work without a pause of two minutes, and name everybody who took part once', () => {
    const stops = stopsOf([change(1, 0), change(2, 60, 'b'), change(3, 179), change(4, 299, 'c')]);
    expect(stops.map(({ seq, changes, hands }) => [seq, changes, hands])).toEqual([
      [3, 3, ['a', 'b']],
      [4, 1, ['c']],
    ]);
    expect([stops[0]?.startedAt, stops[0]?.endedAt]).toEqual([new Date(0), new Date(179_000)]);
  });

  it('[HI12] join the oldest where there are too many, and lose no change', () => {
    const changes = Array.from({ length: LIMITS.history.stops + 50 }, (_, n) => change(n + 1, n * 1_000));
    const stops = stopsOf(changes);
    expect(stops).toHaveLength(LIMITS.history.stops);
    expect(stops[0]?.changes).toBe(51);
    expect(stops.reduce((sum, stop) => sum + stop.changes, 0)).toBe(changes.length);
  });
});
