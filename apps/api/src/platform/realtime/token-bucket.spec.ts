import { TokenBucket } from './token-bucket.js';

describe('TokenBucket', () => {
  it('[P11] lets a burst through, then no more than the rate', () => {
    let now = 0;
    const bucket = new TokenBucket(10, 3, () => now);
    expect([1, 2, 3, 4].map(() => bucket.take(1))).toEqual([true, true, true, false]);
    now = 100;
    expect([bucket.take(1), bucket.take(1)]).toEqual([true, false]);
    now = 60_000;
    expect([bucket.take(3), bucket.take(1)]).toEqual([true, false]);
  });
});
