import type { CommentView, SpeakerView, ThreadView } from '@expert-forum/contracts';
import type { Speaker } from './note/thread-facts.js';

export const aida: SpeakerView = { mandateId: 'md-aida', memberId: 'm-aida', memberName: 'Aida B.', role: 'expert', centreCode: 'KAZ-SPL' };

export const comment = (change: Partial<CommentView> = {}): CommentView => ({
  id: 'c-1', position: 1, author: aida, body: 'Which scenario?', mentions: [], createdAt: '2026-11-22T10:00:00Z', editedAt: null, deletedAt: null, ...change,
});

const quote = { text: 'equal nodes', before: 'a network of ', after: '.' };

export const thread = (change: Partial<ThreadView> = {}): ThreadView => ({
  id: 't-1',
  sectionId: 's-1',
  version: 1,
  visibility: 'forum',
  centreId: null,
  anchor: { start: { client: 1, clock: 1 }, end: { client: 1, clock: 3 }, paragraphId: 'p-1', quote },
  isDetached: false,
  state: 'open',
  resolution: null,
  openedBy: aida,
  openedAt: '2026-11-22T10:00:00Z',
  comments: [comment()],
  ...change,
});

export const speaker = (change: Partial<Speaker> = {}): Speaker => ({
  memberId: 'm-timur', mandateId: 'md-timur', role: 'expert', centreId: 'uzb', centreCode: 'UZB-CTP', isRapporteur: false, ...change,
});
