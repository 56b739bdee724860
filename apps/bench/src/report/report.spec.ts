import { drawCurves, pointsOf } from './curves.ts';
import { figureColumn, ratioColumn, tableOf } from './markdown.ts';
import { Figured, medians } from './medians.ts';
import { atLeast, atMost, sentenceOf } from './verdict.ts';

const rowsOf = (system: string, p95: (number | null)[]) =>
  medians({ workload: 'W1', system, units: { p95: 'ms' } }, p95.map((value) => ({ p95: value })));

describe('report', () => {
  it('[B3] gives the median of the runs with its spread, and leaves out what no run could tell', () => {
    expect(rowsOf('ours', [3, 1, null, 2]).map(({ metric, unit, value }) => [metric, unit, value])).toEqual([
      ['p95', 'ms', 2],
      ['p95, lowest', 'ms', 1],
      ['p95, highest', 'ms', 3],
    ]);
    expect(rowsOf('ours', [null])).toEqual([]);
  });

  it('[B3] sets every system beside another one', () => {
    const figured = new Figured([...rowsOf('ours', [2, 4, 3]), ...rowsOf('theirs', [6])]);
    const columns = [figureColumn(figured, 'W1', 'p95', 'p95 ms'), ratioColumn(figured, 'W1', 'p95', { to: 'theirs', heading: '× theirs' })];
    const [, , ours, theirs, none] = tableOf(['ours', 'theirs', 'nobody'], columns).split('\n');
    expect(ours).toBe('| ours | 3.0 (2.0–4.0) | 0.50 |');
    expect(theirs).toBe('| theirs | 6.0 | 1.00 |');
    expect(none).toBe('| nobody | – | – |');
  });

  it('[B4] says what was to reach, and misses it above or below the limit alone', () => {
    expect([atMost('p95', 1.15, 1.15), atMost('p95', 1.16, 1.15), atLeast('rate', 2, 2), atLeast('rate', 1.99, 2)].map(({ isReached }) => isReached)).toEqual([true, false, true, false]);
    expect(sentenceOf(atMost('p95', 1.5, 1.15))).toBe('MISSED   p95: 1.50, to reach 1.15');
  });

  it('[B4] asks for a figure that was not measured: there is no verdict without one', () => {
    expect(() => new Figured([]).get('W1', 'ours', 'p95')).toThrow('p95 of ours was not measured in W1');
  });

  it('[B5] draws a line a system, further right and lower for what is larger and faster', () => {
    const lines = [{ name: 'a & b', points: [[2, 10], [200, 100]] as const }];
    const svg = drawCurves({ file: 'f', title: 'T', across: 'people', up: 'ms', lines });
    expect(svg).toContain('d="M64 368L560 44"');
    expect(svg).toContain('a &amp; b');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });

  it('[B5] draws nothing where nothing was measured', () => {
    expect(pointsOf([1, 2, 3], (value) => (value === 2 ? null : value * 10))).toEqual([[1, 10], [3, 30]]);
  });
});
