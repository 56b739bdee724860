import type { SectionView } from '@expert-forum/contracts';

export interface Chapter {
  readonly chapter: SectionView;
  readonly sections: readonly SectionView[];
}

/** The outline as a table of contents, in reading order. */
export const chaptersOf = (outline: readonly SectionView[]): Chapter[] =>
  outline
    .filter(({ parentId }) => parentId === null)
    .map((chapter) => ({ chapter, sections: outline.filter(({ parentId }) => parentId === chapter.id) }));
