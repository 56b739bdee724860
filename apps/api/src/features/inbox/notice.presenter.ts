import type { NoticedThreadView, NoticeView, SectionReference, SessionSummary } from '@expert-forum/contracts';
import type { NoticeRow } from './shown-notices.js';

/** For the inbox and for home alike. @param sections by their ids, those of the rows */
export const toNoticeView = (row: NoticeRow, sections: ReadonlyMap<string, SectionReference>): NoticeView => ({
  id: row.id,
  kind: row.kind,
  at: row.at.toISOString(),
  isRead: row.isRead,
  place: `${row.at.toISOString()}_${row.place}`,
  section: sections.get(row.sectionId ?? '') ?? null,
  thread: threadOf(row),
  session: sessionOf(row),
  phase: row.phase,
  decision: row.decision,
});

function threadOf({ threadId, paragraphId, quote, isOfCentre, by, excerpt, disposition }: NoticeRow): NoticedThreadView | null {
  if (threadId === null || paragraphId === null || quote === null) return null;
  return { id: threadId, paragraphId, quote, isOfCentre, by, excerpt, disposition };
}

function sessionOf({ sessionId, sessionTitle, sessionPlace, startsAt, endsAt, sessionState }: NoticeRow): SessionSummary | null {
  if (sessionId === null || sessionTitle === null || startsAt === null || endsAt === null || sessionState === null) return null;
  return { id: sessionId, title: sessionTitle, place: sessionPlace, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), state: sessionState };
}

/** The place of a notice, as `toNoticeView` writes it and a client gives it back. */
export function readPlace(place: string): { at: Date; place: number } {
  const [at = '', number = ''] = place.split('_');
  return { at: new Date(at), place: Number(number) };
}
