import type { Row } from './row.ts';

const HEADINGS = ['system', 'p50 ms', 'p95 ms', 'p99 ms', '× ours (p50)', '× ours (p99)', 'server µs/edit', 'on disk'];

/** One workload as a Markdown table; ratios are a system's figure divided by ours. */
export function table(workload: string, rows: readonly Row[], ours: string): string {
  const systems = [...new Set(rows.filter((row) => row.workload === workload).map(({ system }) => system))];
  const value = (system: string, metric: Row['metric']) =>
    rows.find((row) => row.workload === workload && row.system === system && row.metric === metric)?.value;
  const ratio = (system: string, metric: Row['metric']) => {
    const [theirs, own] = [value(system, metric), value(ours, metric)];
    return theirs === undefined || own === undefined ? '–' : (theirs / own).toFixed(2);
  };
  const lines = systems.map((system) => [
    system,
    ...(['p50', 'p95', 'p99'] as const).map((metric) => shown(value(system, metric), 1)),
    ratio(system, 'p50'),
    ratio(system, 'p99'),
    shown(value(system, 'processor'), 0),
    `${shown(value(system, 'on-disk'), 0)} of ${shown(value(system, 'typed'), 0)}`,
  ]);
  return [HEADINGS, HEADINGS.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shown(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
