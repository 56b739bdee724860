/** One figure of the benchmark, as `--json` writes it. */
export interface Row {
  readonly workload: string;
  readonly system: string;
  readonly metric: string;
  readonly unit: string;
  readonly value: number;
}
