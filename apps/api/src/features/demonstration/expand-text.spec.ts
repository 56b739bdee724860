import { expandText } from './expand-text.js';
import { readStrategyFile } from './strategy-file.js';

describe('expandText', () => {
  const file = readStrategyFile();

  it('[DE2] writes brackets, terms, figures and sources as plain words', () => {
    expect(expandText('They are {{b:b04}}.', file)).toBe(
      'They are [published in a common format / published in a comparable manner, where national law allows].',
    );
    expect(expandText('{{b:b17}}', file)).toMatch(/ \/ delete\]$/);
    expect(expandText('the {{t:technopark}} {{e:ev03}}', file)).toBe('the technopark [Paris Agreement]');
    expect(expandText('from {{i:P08.I1.baseline}} to {{i:P08.I1.target}}', file)).toBe('from 30 to 6');
  });

  it('[DE2] leaves no mark in the whole file, and stops at an unknown one', () => {
    for (const { text } of file.chapters.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))) {
      expect(expandText(text, file)).not.toContain('{{');
    }
    expect(() => expandText('{{t:nothing}}', file)).toThrow('{{t:nothing}}');
  });
});
