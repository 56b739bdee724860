/** What a calendar has to know of a meeting. */
export interface CalendarEvent {
  /** Unique in the world and the same for ever. */
  readonly uid: string;
  readonly title: string;
  readonly place: string | null;
  readonly description: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When this description of it was made. */
  readonly stampedAt: Date;
}

const LONGEST_LINE = 75;

/** A calendar file (RFC 5545) with one meeting; times in UTC, so that every calendar shows its reader's own. */
export function calendarFile({ uid, title, place, description, startsAt, endsAt, stampedAt }: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Expert Forum//Sessions//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261124T093000Z` */
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** At most 75 octets a line; a continuation begins with a space, and no character is cut in two. */
function folded(line: string): string {
  const utf8 = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const length = utf8.encode(character).length;
    if (octets + length > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...lines, current].join('\r\n');
}
