import type { AuthoredRunView, WriterView } from '@expert-forum/contracts';
import { writersIn, writtenRuns } from './written-runs.js';

const writers: WriterView[] = [
  { memberName: 'Timur', role: 'expert', centreCode: 'UZB-CTP' },
  { memberName: 'Aiko', role: 'expert', centreCode: 'JPN-HDP' },
];
const run = (text: string, writer: number | null, minute: number, mover: AuthoredRunView['mover'] = null): AuthoredRunView => ({
  text,
  writer,
  at: `2026-06-01T09:0${minute}:00.000Z`,
  mover,
});

describe('the runs that are shown', () => {
  it('[HI7] join what one writer typed in several changes, with the first and the last time', () => {
    expect(writtenRuns([run('a ', 0, 2), run('network', 0, 1), run(' of', 1, 3)], writers)).toMatchObject([
      { text: 'a network', writer: writers[0], since: '2026-06-01T09:01:00.000Z', until: '2026-06-01T09:02:00.000Z' },
      { text: ' of', writer: writers[1] },
    ]);
  });

  it('[HI8] part words that somebody moved from those that stand where they were written', () => {
    const moved = { writer: 1, at: '2026-06-01T09:05:00.000Z' };
    expect(writtenRuns([run('a', 0, 1), run('b', 0, 1, moved), run('c', null, 1)], writers)).toMatchObject([
      { text: 'a', mover: null },
      { text: 'b', mover: { writer: writers[1] } },
      { text: 'c', writer: null },
    ]);
  });

  it('[HI7] are explained by those of whom words still stand, by centre, the forum last', () => {
    const blocks = [{ id: 'p-1', name: 'paragraph' as const, level: null, within: null, runs: [run('a', null, 1), run('b', 0, 1), run('c', 1, 1)] }];
    expect(writersIn({ epoch: 1, seq: 1, at: '', writers, blocks })).toEqual([writers[1], writers[0], null]);
  });
});
