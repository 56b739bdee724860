import type { EditToSeen } from '../workload/edit-to-seen.ts';
import { summarise } from './summarise.ts';
import { table } from './table.ts';

const run = (p50: number): EditToSeen => ({ p50, p95: 2 * p50, p99: 3 * p50, processor: null, typed: 100, onDisk: 40 });

describe('report', () => {
  it('[B3] gives the median of the runs and leaves out what no run could tell', () => {
    const rows = summarise('W1', 'ours', [run(3), run(1), run(2)]);
    expect(rows.find(({ metric }) => metric === 'p50')).toEqual({
      workload: 'W1',
      system: 'ours',
      metric: 'p50',
      unit: 'ms',
      value: 2,
    });
    expect(rows.some(({ metric }) => metric === 'processor')).toBe(false);
  });

  it('[B3] sets every system beside ours and says what it had on disk', () => {
    const rows = [...summarise('W1', 'ours', [run(2)]), ...summarise('W1', 'theirs', [run(3)])];
    const [, , ours, theirs] = table('W1', rows, 'ours').split('\n');
    expect(ours).toBe('| ours | 2.0 | 4.0 | 6.0 | 1.00 | 1.00 | – | 40 of 100 |');
    expect(theirs).toBe('| theirs | 3.0 | 6.0 | 9.0 | 1.50 | 1.50 | – | 40 of 100 |');
  });
});
