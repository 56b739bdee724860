import { afterEach, beforeEach, jest } from '@jest/globals';
import type { Time } from './simulate.js';

const START = Date.UTC(2026, 0, 1);

/** Time that a simulation moves, for everything with a timer in it. What waits for nothing but its turn is left alone. */
export function useSimulatedTime(): Time {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'], now: START }));
  afterEach(() => {
    jest.clearAllTimers();
    jest.useRealTimers();
  });
  return { pass: (ms) => void jest.advanceTimersByTime(ms) };
}
