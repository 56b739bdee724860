import type { NoticeView } from '@expert-forum/contracts';

/** Somebody’s reply, unread; and what is said otherwise. */
export const notice = (change: Partial<NoticeView> = {}): NoticeView => ({
  id: 'n-1',
  kind: 'replied',
  at: '2026-11-20T10:00:00.000Z',
  isRead: false,
  place: '2026-11-20T10:00:00.000Z_1',
  section: { id: 's-0123456789', number: '5.1', title: { en: 'Digital Hub' } },
  thread: {
    id: 't-1',
    paragraphId: 'p-1',
    quote: 'light legal form',
    isOfCentre: false,
    by: { mandateId: 'm-2', memberId: 'u-2', memberName: 'Mio F.', role: 'focal_point', centreCode: 'JPN-HDP' },
    excerpt: 'Which form is meant?',
    disposition: null,
  },
  session: null,
  phase: null,
  decision: null,
  ...change,
});

/** About a section alone. */
export const sectionNotice = (change: Partial<NoticeView>): NoticeView => notice({ thread: null, ...change });
