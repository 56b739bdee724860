import { setImmediate } from 'node:timers/promises';
import { FakeClock } from '@expert-forum/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { endInTime, type Step } from './end-in-time.js';

/** Of a second each. */
const MOST_TURNS = 60;

describe('[ST14] the end of a process', () => {
  let clock: FakeClock;
  let begun: string[];

  beforeEach(() => {
    clock = new FakeClock();
    begun = [];
  });

  /** Each takes down that it began, and how long it was given. */
  const step = (name: string, untilMs: number, run: () => Promise<void>): Step => ({
    name,
    untilMs,
    run: (leftMs) => (begun.push(`${name} ${leftMs}`), run()),
  });
  const takes = (ms: number) => (): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
  const hangs = (): Promise<void> => new Promise(() => undefined);

  /** @returns what went wrong, null if it has no end, and when all of it was over */
  async function end(steps: readonly Step[]): Promise<{ faults: string[] | null; after: number }> {
    const began = clock.now().getTime();
    const time = { now: () => clock.now().getTime(), elapse: (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve)) };
    let faults: string[] | null = null;
    void endInTime(steps, time).then((all) => (faults = all));
    await setImmediate();
    for (let turn = 0; faults === null && turn < MOST_TURNS; turn += 1) {
      clock.advance(1_000);
      await setImmediate();
    }
    return { faults, after: clock.now().getTime() - began };
  }

  it('takes one step after the other, each with the time that those before it have left', async () => {
    expect(await end([step('drain', 12_000, takes(2_000)), step('close', 15_000, takes(1_000)), step('stop', 18_000, takes(14_000))])).toEqual({ faults: [], after: 17_000 });
    expect(begun).toEqual(['drain 12000', 'close 13000', 'stop 15000']);
  });

  it('cuts what hangs when its time is up, and goes on with the next', async () => {
    const { faults, after } = await end([step('drain', 12_000, hangs), step('close', 15_000, hangs), step('stop', 18_000, hangs)]);
    expect(begun).toEqual(['drain 12000', 'close 3000', 'stop 3000']);
    expect(faults).toEqual(['drain was cut', 'close was cut', 'stop was cut']);
    expect(after).toBe(18_000);
  });

  it('names what fails, and goes on with the next', async () => {
    const { faults } = await end([step('drain', 12_000, () => Promise.reject(new Error('broken'))), step('stop', 18_000, takes(1_000))]);
    expect(faults).toEqual(['drain failed: Error: broken']);
    expect(begun).toEqual(['drain 12000', 'stop 18000']);
  });

  it('does not begin anew what is late: a step whose time is over is asked and cut', async () => {
    const { faults } = await end([step('drain', 12_000, hangs), step('close', 12_000, hangs)]);
    expect(begun).toEqual(['drain 12000', 'close 0']);
    expect(faults).toEqual(['drain was cut', 'close was cut']);
  });
});
