import type { Curves } from '../report/curves.ts';
import type { Row } from '../report/row.ts';
import type { Verdict } from '../report/verdict.ts';
import type { System } from '../systems/system.ts';

/** What every workload is given. */
export interface Bench {
  /** PostgreSQL of this run; every system makes an empty database of its own there. */
  readonly databaseServer: string;
  /** The first of its processes. */
  readonly databasePid: number;
  /** Runs of each system. */
  readonly runs: number;
  /** Seconds of typing a run, where a workload types. */
  readonly seconds: number;
  /** File of a public editing trace, if one was named. */
  readonly trace: string | null;
}

export interface Findings {
  readonly rows: readonly Row[];
  readonly verdicts: readonly Verdict[];
  readonly curves: readonly Curves[];
}

/** One question that is put to several systems. It prints its tables itself. */
export type Workload = (bench: Bench) => Promise<Findings>;

/** Runs alternate between the systems, so that a slow moment of the machine is everybody's. */
export async function inTurns<Result>(systems: readonly System[], runs: number, measure: (system: System) => Promise<Result>): Promise<Map<System, Result[]>> {
  const results = new Map<System, Result[]>(systems.map((system) => [system, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [system, own] of results) own.push(await measure(system));
  }
  return results;
}
