import { median } from '../workload/percentile.ts';
import type { Row } from './row.ts';

/** What one run of one system gave; null where the machine does not tell. */
export type Figures<Metric extends string = string> = Readonly<Record<Metric, number | null>>;

/** Every figure as the median of the runs, and its spread as the metrics `…, lowest` and `…, highest`. */
export function medians<Metric extends string>(
  { workload, system, units }: { workload: string; system: string; units: Readonly<Record<Metric, string>> },
  runs: readonly Figures<Metric>[],
): Row[] {
  return (Object.keys(units) as Metric[]).flatMap((metric) => {
    const known = runs.map((run) => run[metric]).filter((value) => value !== null);
    if (known.length === 0) return [];
    const row = (name: string, value: number): Row => ({ workload, system, metric: name, unit: units[metric], value });
    const spread = [row(`${metric}, lowest`, Math.min(...known)), row(`${metric}, highest`, Math.max(...known))];
    return [row(metric, median(known)), ...(known.length > 1 ? spread : [])];
  });
}

/** Looks figures up by workload, system and metric. */
export class Figured {
  private readonly values: ReadonlyMap<string, number>;

  constructor(rows: readonly Row[]) {
    this.values = new Map(rows.map(({ workload, system, metric, value }) => [`${workload}|${system}|${metric}`, value]));
  }

  find(workload: string, system: string, metric: string): number | null {
    return this.values.get(`${workload}|${system}|${metric}`) ?? null;
  }

  /** @throws Error where it was not measured: a verdict needs its figure */
  get(workload: string, system: string, metric: string): number {
    const value = this.find(workload, system, metric);
    if (value === null) throw new Error(`${metric} of ${system} was not measured in ${workload}`);
    return value;
  }
}
