import type { Figured } from './medians.ts';

export interface Column {
  readonly heading: string;
  readonly cell: (system: string) => string;
}

/** A Markdown table with a line a system. */
export function tableOf(systems: readonly string[], columns: readonly Column[]): string {
  const lines = [['system', ...columns.map(({ heading }) => heading)], ['---', ...columns.map(() => '---')]];
  for (const system of systems) lines.push([system, ...columns.map(({ cell }) => cell(system))]);
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A median with its spread behind it. */
export function figureColumn(figured: Figured, workload: string, metric: string, heading: string, digits = 1): Column {
  return {
    heading,
    cell: (system) => {
      const shown = (name: string) => figured.find(workload, system, name)?.toFixed(digits);
      const [value, lowest, highest] = [shown(metric), shown(`${metric}, lowest`), shown(`${metric}, highest`)];
      if (value === undefined) return '–';
      return lowest === undefined ? value : `${value} (${lowest}–${highest})`;
    },
  };
}

/** A system's figure divided by that of `to`. */
export function ratioColumn(figured: Figured, workload: string, metric: string, { to, heading }: { to: string; heading: string }): Column {
  return {
    heading,
    cell: (system) => {
      const [own, other] = [figured.find(workload, system, metric), figured.find(workload, to, metric)];
      return own === null || other === null ? '–' : (own / other).toFixed(2);
    },
  };
}
