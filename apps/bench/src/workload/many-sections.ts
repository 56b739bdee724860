import { databaseProcessorTime, processorTime } from '../processor.ts';
import type { Figures } from '../report/medians.ts';
import type { System } from '../systems/system.ts';
import { highestHeld, isHeld, RATES, type Step } from './rates.ts';
import { WiredCrowd } from './wired-crowd.ts';

export interface ManySections {
  readonly sections: number;
  readonly people: number;
  /** Edits a second of all together while processors are measured, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
}

export const p99At = (rate: number) => `p99 at ${rate}` as const;

/** Null at rates that were not tried, and where an edit did not arrive in time. */
const P99_AT_RATES = atRates(() => 'ms' as const);

function atRates<Value>(valueOf: (rate: number) => Value): Readonly<Record<ReturnType<typeof p99At>, Value>> {
  return Object.fromEntries(RATES.map((rate) => [p99At(rate), valueOf(rate)]));
}

/** Of one run. `server`, `database` and `people` are processor time at the steady rate. */
export const UNITS = {
  server: 'µs/edit',
  database: 'µs/edit',
  people: 'µs/edit',
  p50: 'ms',
  p99: 'ms',
  'highest rate': 'edits/s',
  /** What the process of all people used of its core at the last rate: near 1, and the ramp ended with them. */
  'people at the end': 'of a core',
  ...P99_AT_RATES,
} as const;

/** Seconds of each rate of the ramp. */
const STEP = 2;
const WARM_UP_EDITS = 1_000;

/** W2: many sections with a few people each. First a steady rate, then one that is raised until edits come late. */
export async function manySections(system: System, { sections, people, rate, seconds }: ManySections, databasePid: number): Promise<Figures<keyof typeof UNITS>> {
  const server = await system.start({ sections, people });
  const crowd = new WiredCrowd(server, people);
  try {
    await crowd.enter(sections);
    await crowd.type(rate, WARM_UP_EDITS);
    const edits = rate * seconds;
    const used = (pid: number, time = processorTime) => {
      const before = time(pid);
      return () => perEdit(before, time(pid), edits);
    };
    const [atServer, atDatabase, ofPeople] = [used(server.pid), used(databasePid, databaseProcessorTime), used(process.pid)];
    const steady = await crowd.type(rate, edits);
    const figures = { server: atServer(), database: atDatabase(), people: ofPeople(), p50: steady.p50, p99: steady.p99 };
    const { steps, load } = await ramp(crowd, isHeld(steady) ? [steady] : []);
    const p99s = atRates((rate) => steps.find((step) => step.rate === rate)?.p99 ?? null);
    return { ...figures, 'highest rate': highestHeld(steps), 'people at the end': load, ...p99s };
  } finally {
    crowd.leave();
    await server.stop();
  }
}

/** @param held what need not be tried again */
async function ramp(crowd: WiredCrowd, held: readonly Step[]): Promise<{ steps: readonly Step[]; load: number | null }> {
  const steps = [...held];
  let load: number | null = null;
  for (const rate of RATES.filter((each) => each > (held.at(-1)?.rate ?? 0))) {
    const [began, before] = [performance.now(), processorTime(process.pid)];
    const step = await crowd.type(rate, rate * STEP);
    const after = processorTime(process.pid);
    load = before === null || after === null ? null : (after - before) / (performance.now() - began);
    steps.push(step);
    if (!isHeld(step)) break;
  }
  return { steps, load };
}

/** Microseconds an edit, from milliseconds of processor time before and after. */
const perEdit = (before: number | null, after: number | null, edits: number): number | null =>
  before === null || after === null ? null : ((after - before) * 1000) / edits;
