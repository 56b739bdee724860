import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import type { Chapter } from './chapters.js';

const OTHER = { mandateId: 'another', memberName: 'Askar J.' };

export const node = (number: string, change: Partial<SectionView> = {}): SectionView => ({
  id: `s-${number}`,
  documentId: 'd-1',
  parentId: number.includes('.') ? `s-${number.split('.')[0]}` : null,
  number,
  title: { en: `Title ${number}` },
  phase: 'drafting',
  phaseChangedAt: '2026-11-23T15:42:00Z',
  status: 'open',
  isAdReferendum: false,
  drafters: [],
  rapporteur: OTHER,
  ...change,
});

export const speaker = (role: HeldMandate['role'], id = 'mine'): HeldMandate => ({
  id,
  forumId: 'f-1',
  role,
  centre: null,
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: null,
});

/** What a rapporteur named `mine` answers for. */
export const own = { rapporteur: { mandateId: 'mine', memberName: 'Nigora U.' } };

export const drafted = { drafters: [{ mandateId: 'mine', memberName: 'Timur L.', centreCode: 'UZB-CTP' }] };

export const chapterOf = (chapter: SectionView, ...sections: SectionView[]): Chapter => ({ chapter, sections });
