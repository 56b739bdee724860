import type { SectionView } from '@expert-forum/contracts';
import { chaptersOf } from './chapters.js';
import { placesToMove } from './places-to-move.js';

const node = (id: string, parentId: string | null = null): SectionView => ({
  ...{ id, parentId, documentId: 'd', number: id, title: { en: id }, phase: 'drafting', phaseChangedAt: '', status: 'open', isAdReferendum: false },
  ...{ drafters: [], rapporteur: null },
});

const [a, ax, ay, b] = [node('A'), node('Ax', 'A'), node('Ay', 'A'), node('B')];
const chapters = chaptersOf([a, ax, ay, b]);
const said = (of: SectionView): string[] =>
  placesToMove(of, chapters).flatMap(({ chapter, places }) => places.map(({ after }) => `${chapter?.id ?? ''}:${after?.id ?? 'first'}`));

describe('where a node of the outline can go', () => {
  it('[OU17] a section: elsewhere in its chapter, or into another', () => {
    expect(said(ax)).toEqual(['A:Ay', 'B:first']);
    expect(said(ay)).toEqual(['A:first', 'B:first']);
  });

  it('[OU17] a chapter: among the chapters', () => {
    expect(said(a)).toEqual([':B']);
    expect(said(b)).toEqual([':first']);
  });

  it('[OU17] says the place as the forum asks for it', () => {
    expect(placesToMove(ax, chapters).flatMap(({ places }) => places.map(({ place }) => place))).toEqual([{ afterId: 'Ay', parentId: 'A' }, { parentId: 'B' }]);
  });
});
