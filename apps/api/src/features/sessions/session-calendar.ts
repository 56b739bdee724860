import type { InterfaceLanguage, LocalisedTitle, SessionView } from '@expert-forum/contracts';
import { calendarFile } from '@expert-forum/domain';

/** The session as a calendar file, in the language of whoever keeps the calendar. */
export function sessionCalendar({ id, title, place, startsAt, endsAt, items, serverNow }: SessionView, language: InterfaceLanguage): string {
  return calendarFile({
    uid: `session-${id}@expert-forum`,
    title: titleIn(title, language),
    place,
    description: items.map((item, index) => `${index + 1}. ${titleIn(item.title, language)} (${item.minutes}′)`).join('\n'),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    stampedAt: new Date(serverNow),
  });
}

const titleIn = (title: LocalisedTitle, language: InterfaceLanguage): string => title[language] ?? title.en;
