/** One figure of a run of the benchmark, as `--json` writes it. */
export interface Row {
  workload: string;
  system: string;
  metric: 'p50' | 'p95' | 'p99' | 'processor' | 'typed' | 'on-disk';
  unit: 'ms' | 'µs/edit' | 'characters';
  value: number;
}
