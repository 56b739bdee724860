import type { OutlineView, SectionTextView, SectionView } from '@expert-forum/contracts';
import type { ExportedSection, ExportedText } from '@expert-forum/rendering';
import type { ExportFrame } from './gather/export-frame.js';

export const frame: ExportFrame = { language: 'en', forum: { en: 'A forum' }, disclaimer: { en: 'No government’s position.' }, banner: null };

const node = (id: string, number: string, parentId: string | null): SectionView => ({
  ...{ id, number, parentId, documentId: 'd-1', title: { en: `Title ${number}` }, phase: 'drafting', phaseChangedAt: '2026-11-23T06:00:00Z' },
  ...{ status: 'open', isAdReferendum: false, drafters: [], rapporteur: null },
});

/** A chapter with two sections, and one without. */
export const outline: OutlineView = {
  document: { id: 'd-1', title: { en: 'A strategy' } },
  sections: [node('c-1', '1', null), node('s-1', '1.1', 'c-1'), node('s-2', '1.2', 'c-1'), node('c-2', '2', null)],
};

export const sectionText = (id: string, number: string, hash: string): SectionTextView => ({
  ...{ id, number, parentId: 'c-1', title: { en: `Title ${number}` }, phase: 'agreed', isAdReferendum: false, epoch: 1, schema: 1, seq: 3, hash },
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Words of ${number}.` }] }] },
});

export const exportedSection = (over: Partial<ExportedSection> = {}): ExportedSection => ({ ...sectionText('s-1', '1.1', 'a'.repeat(64)), readAt: '2026-11-23T06:42:00Z', ...over });

type Whole = Extract<ExportedText, { kind: 'whole' }>;

export const wholeText = (over: Partial<Whole> = {}): Whole => {
  const chapters = [{ number: '1', title: { en: 'A chapter' }, sections: [exportedSection()] }];
  const made = { timeZone: 'Asia/Tokyo', madeAt: '2026-11-23T06:45:00Z', isOfflineCopy: false };
  return { ...frame, ...made, kind: 'whole', document: outline.document.title, chapters, missing: [], hash: 'b'.repeat(64), ...over };
};
