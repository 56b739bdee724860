import type { EditToSeen } from '../workload/edit-to-seen.ts';
import { median } from '../workload/percentile.ts';
import type { Row } from './row.ts';

const UNITS = {
  p50: 'ms',
  p95: 'ms',
  p99: 'ms',
  processor: 'µs/edit',
  typed: 'characters',
  'on-disk': 'characters',
} satisfies Record<Row['metric'], Row['unit']>;

/** The median of every figure over the runs of one system. */
export function summarise(workload: string, system: string, runs: readonly EditToSeen[]): Row[] {
  const figures: Record<Row['metric'], (number | null)[]> = {
    p50: runs.map(({ p50 }) => p50),
    p95: runs.map(({ p95 }) => p95),
    p99: runs.map(({ p99 }) => p99),
    processor: runs.map(({ processor }) => processor),
    typed: runs.map(({ typed }) => typed),
    'on-disk': runs.map(({ onDisk }) => onDisk),
  };
  const row = (metric: Row['metric']): Row[] => {
    const known = figures[metric].filter((value) => value !== null);
    return known.length === 0 ? [] : [{ workload, system, metric, unit: UNITS[metric], value: median(known) }];
  };
  return (['p50', 'p95', 'p99', 'processor', 'typed', 'on-disk'] as const).flatMap(row);
}
