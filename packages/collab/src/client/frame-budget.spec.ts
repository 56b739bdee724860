import { describe, expect, it } from '@jest/globals';
import { FrameBudget } from './frame-budget.js';

describe('frame budget', () => {
  it('[R16] lets a burst leave at once and then 20 frames a second', () => {
    let now = 0;
    const budget = new FrameBudget(() => now);
    let sent = 0;
    const sendUntil = (end: number): void => {
      while (now <= end) {
        const wait = budget.spend(30);
        if (wait === 0) sent += 1;
        now += wait;
      }
    };
    sendUntil(0);
    expect(sent).toBe(20);
    sendUntil(10_000);
    expect(sent).toBe(220);
  });

  it('[R16] counts bytes: large frames slow down what follows', () => {
    let now = 0;
    const budget = new FrameBudget(() => now);
    let bytes = 0;
    while (now <= 10_000) {
      const wait = budget.spend(60 * 1024);
      if (wait === 0) bytes += 60 * 1024;
      now += wait;
    }
    expect(bytes / 10).toBeLessThan(270 * 1024);
  });
});
