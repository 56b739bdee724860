import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import type { Chapter } from './chapters.js';
import { mayTypeIn } from './outline-rights.js';

/** What of the outline is shown. */
export const SHOWS = ['all', 'mine', 'open'] as const;
export type Show = (typeof SHOWS)[number];

export function isShown(show: Show, section: SectionView, speaker: Pick<HeldMandate, 'id' | 'role'>): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'mine':
      return mayTypeIn(speaker, section).ok;
    case 'open':
      return section.phase === 'drafting';
  }
}

/** Chapters with what is shown of them; of those that hold nothing of it, nothing. */
export function shownChapters(chapters: readonly Chapter[], show: Show, speaker: Pick<HeldMandate, 'id' | 'role'>): Chapter[] {
  return chapters
    .map(({ chapter, sections }) => ({ chapter, sections: sections.filter((section) => isShown(show, section, speaker)) }))
    .filter(({ sections }) => show === 'all' || sections.length > 0);
}
