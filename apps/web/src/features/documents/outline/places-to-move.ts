import type { SectionPlace, SectionView } from '@expert-forum/contracts';
import type { Chapter } from './chapters.js';

export interface PlaceToMove {
  readonly place: SectionPlace;
  /** Behind which node; null: first. */
  readonly after: SectionView | null;
}

export interface PlacesOfChapter {
  /** null: among the chapters. */
  readonly chapter: SectionView | null;
  readonly places: readonly PlaceToMove[];
}

/** Where a chapter or section can go; where it stands is no such place. */
export function placesToMove(node: SectionView, chapters: readonly Chapter[]): PlacesOfChapter[] {
  if (node.parentId === null) {
    return [{ chapter: null, places: placesAmong(node, chapters.map(({ chapter }) => chapter)) }];
  }
  return chapters
    .map(({ chapter, sections }) => ({
      chapter,
      places: placesAmong(node, sections).map(({ place, after }) => ({ place: { ...place, parentId: chapter.id }, after })),
    }))
    .filter(({ places }) => places.length > 0);
}

function placesAmong(node: SectionView, siblings: readonly SectionView[]): PlaceToMove[] {
  const places = [{ place: {}, after: null }, ...siblings.map((after) => ({ place: { afterId: after.id }, after }))];
  const at = siblings.findIndex(({ id }) => id === node.id);
  return at < 0 ? places : places.filter((_, index) => index !== at && index !== at + 1);
}
