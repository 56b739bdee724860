import type { PublishedNode } from '@expert-forum/contracts';
import type { ExportedSection, ExportedText } from './exported-text.js';

export const words = (text: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): PublishedNode => ({ type: 'text', text, marks });
export const block = (type: string, ...content: PublishedNode[]): PublishedNode => ({ type, content });
export const paragraph = (text: string): PublishedNode => block('paragraph', words(text));
export const doc = (...content: PublishedNode[]): PublishedNode => ({ type: 'doc', content });

export const section = (over: Partial<ExportedSection> = {}): ExportedSection => ({
  id: 's-5100000000',
  number: '5.1',
  title: { en: 'Digital Hub', ru: 'Цифровой узел', ja: 'デジタル・ハブ' },
  phase: 'drafting',
  isAdReferendum: false,
  seq: 12,
  hash: 'a'.repeat(64),
  readAt: '2026-11-23T06:42:00Z',
  document: doc(paragraph('The Hub is shared.')),
  ...over,
});

const frame = {
  language: 'en',
  forum: { en: 'A forum' },
  document: { en: 'A strategy' },
  disclaimer: { en: 'Expert text, no government’s position.' },
  banner: null,
  timeZone: 'Asia/Tokyo',
  madeAt: '2026-11-23T06:45:00Z',
  isOfflineCopy: false,
} as const;

export const exportedSection = (over: Partial<Extract<ExportedText, { kind: 'section' }>> = {}): ExportedText => ({
  ...frame,
  kind: 'section',
  chapter: { number: '5', title: { en: 'Digital' } },
  section: section(),
  others: [],
  unsent: 0,
  ...over,
});

export const exportedWhole = (over: Partial<Extract<ExportedText, { kind: 'whole' }>> = {}): ExportedText => ({
  ...frame,
  kind: 'whole',
  chapters: [
    { number: '4', title: { en: 'Connectivity' }, sections: [section({ id: 's-4100000000', number: '4.1', title: { en: 'Roads' }, phase: 'agreed' })] },
    { number: '5', title: { en: 'Digital' }, sections: [section()] },
  ],
  missing: [],
  hash: 'b'.repeat(64),
  ...over,
});
