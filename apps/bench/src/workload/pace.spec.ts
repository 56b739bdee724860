import { dueBy, pressAtRate } from './pace.ts';

describe('pace', () => {
  it('[B5] begins with the first press and makes no more than were asked for', () => {
    expect([0, 9, 10, 15, 1_000].map((elapsed) => dueBy(elapsed, 100, 5))).toEqual([1, 1, 2, 2, 5]);
  });

  it('[B5] makes up for what is late, in order', async () => {
    const pressed: number[] = [];
    await pressAtRate(1_000_000, 20, (index) => pressed.push(index));
    expect(pressed).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });
});
