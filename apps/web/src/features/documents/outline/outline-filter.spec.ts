import { chaptersOf } from './chapters.js';
import { shownChapters, type Show } from './outline-filter.js';
import { drafted, node, own, speaker } from './outline.fixture.js';

const outline = [
  node('1'),
  node('1.1', { phase: 'agreed', status: 'agreed' }),
  node('2'),
  node('2.1', drafted),
  node('2.2', { ...drafted, phase: 'consultation' }),
  node('2.3', own),
  node('3'),
];

const shown = (show: Show, role: 'expert' | 'rapporteur' = 'expert'): string[] =>
  shownChapters(chaptersOf(outline), show, speaker(role)).flatMap(({ chapter, sections }) => [chapter, ...sections].map(({ number }) => number));

describe('what of the outline is shown', () => {
  it('is everything, in reading order, chapters without sections too', () => {
    expect(shown('all')).toEqual(['1', '1.1', '2', '2.1', '2.2', '2.3', '3']);
  });

  it('is where this mandate may type, with the chapters of it', () => {
    expect(shown('mine')).toEqual(['2', '2.1']);
    expect(shown('mine', 'rapporteur')).toEqual(['2', '2.3']);
  });

  it('is what is open for drafting, whoever may type there', () => {
    expect(shown('open')).toEqual(['2', '2.1', '2.3']);
  });
});
