import { describe, expect, it } from '@jest/globals';
import { useSimulatedTime } from './fake-time.js';
import type { Mutant } from './mutant.js';
import { MUTANTS } from './mutants.js';
import { simulate } from './simulate.js';

/** More in a long run, and others: `SEEDS=5000 TORTURE_SEED=1` runs from there on. */
const SHORT = 200;
const SEEDS = Number(process.env['SEEDS'] ?? SHORT);
const FIRST = Number(process.env['TORTURE_SEED'] ?? 0);
const A_BATCH = 20;
/** Runs among which one has to find a mistake out. */
const MOST_SOUGHT = 500;

const batches = Array.from({ length: Math.ceil(SEEDS / A_BATCH) }, (_, batch) => [FIRST + batch * A_BATCH, FIRST + Math.min((batch + 1) * A_BATCH, SEEDS) - 1]);

describe('people who draft, discuss and decide on two nodes, over lines that break, with rights that change', () => {
  const time = useSimulatedTime();

  it.each(batches)('[P1] [P2] [P3] [P4] [P5] [TH1] [TH12] [TH13] [TH15] [SE9] [SE10] nothing is lost, shown too early or to others, kept without a right, or elsewhere than it stands (seeds %i to %i)', async (first, last) => {
    for (let seed = first; seed <= last; seed += 1) await simulate(seed, time);
  }, 120_000);

  it('[T1] do the same again with the same seed', async () => {
    expect(await simulate(7, time)).toEqual(await simulate(7, time));
  });

  const isFoundOut = ({ parts, found }: Mutant, seed: number): Promise<boolean> =>
    simulate(seed, time, parts).then(() => false, (error: unknown) => found.test(String(error)));

  it.each(MUTANTS)('[T1] a program that $does is found out by seed $seed', async (mutant) => {
    expect(await isFoundOut(mutant, mutant.seed)).toBe(true);
  }, 120_000);

  // Which seeds find it depends on every word that is drawn: in a long run they are looked for anew.
  if (SEEDS > SHORT) {
    it.each(MUTANTS)(`[T1] a program that $does is found out among ${MOST_SOUGHT} seeds`, async (mutant) => {
      let sought = 0;
      while (sought < MOST_SOUGHT && !(await isFoundOut(mutant, FIRST + sought))) sought += 1;
      expect(sought).toBeLessThan(MOST_SOUGHT);
    }, 600_000);
  }
});
