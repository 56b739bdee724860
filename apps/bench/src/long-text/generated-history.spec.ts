import { generatedHistory } from './generated-history.ts';

const SIZE = { edits: 5_000, characters: 10_000, authors: 5, deletions: 0.15, stretch: 5 };

describe('a generated history', () => {
  it('[B13] has the edits, the characters and the authors that were asked for', () => {
    const history = generatedHistory(SIZE);
    const length = history.reduce((sum, { deleted, inserted }) => sum + inserted.length - deleted, 0);
    expect(history).toHaveLength(5_000);
    expect(Math.abs(length - 10_000)).toBeLessThan(100);
    expect(new Set(history.map(({ author }) => author))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('[B13] may shrink by nearly as much as it grows', () => {
    const history = generatedHistory({ edits: 10_000, characters: 4_000, authors: 1, deletions: 0.3, stretch: 5 });
    const length = history.reduce((sum, { deleted, inserted }) => sum + inserted.length - deleted, 0);
    expect(Math.abs(length - 4_000)).toBeLessThan(200);
  });

  it('[B13] is the same for the same seed, and another for another', () => {
    expect(generatedHistory(SIZE)).toEqual(generatedHistory(SIZE));
    expect(generatedHistory(SIZE, 1)).not.toEqual(generatedHistory(SIZE, 2));
  });

  it('[B13] touches what is there and no break between paragraphs goes', () => {
    let text = '';
    for (const { at, deleted, inserted } of generatedHistory(SIZE)) {
      expect(at + deleted).toBeLessThanOrEqual(text.length);
      expect(text.slice(at, at + deleted)).not.toContain('\n');
      text = text.slice(0, at) + inserted + text.slice(at + deleted);
    }
    expect(text.split('\n').length).toBeGreaterThan(5);
  });
});
