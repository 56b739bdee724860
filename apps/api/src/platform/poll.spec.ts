import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Poll } from './poll.js';

describe('Poll', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('[P4] asks one question at a time, whatever became of the last, and none after it is stopped', async () => {
    const asked: { answer: () => void; fail: (reason: Error) => void }[] = [];
    const poll = new Poll(100, () => new Promise((answer, fail) => void asked.push({ answer, fail })));
    poll.start();
    await jest.advanceTimersByTimeAsync(350);
    expect(asked).toHaveLength(1);
    asked[0]?.fail(new Error('no answer'));
    await jest.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(2);
    const stopped = poll.stop();
    asked[1]?.answer();
    await stopped;
    await jest.advanceTimersByTimeAsync(500);
    expect(asked).toHaveLength(2);
  });
});
