import { calendarFile, type CalendarEvent } from './calendar.js';

const event: CalendarEvent = {
  uid: '4f7c@forum',
  title: 'Second reading; chapters 3, 4',
  place: 'Tashkent \\ online',
  description: '1. Opening (10)\n2. Section 5.2 (35)',
  startsAt: new Date('2026-11-24T04:30:00.000Z'),
  endsAt: new Date('2026-11-24T07:00:00.000Z'),
  stampedAt: new Date('2026-11-20T00:00:00.123Z'),
};
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('calendarFile', () => {
  it('[SE15] writes one meeting with UTC times and escaped words', () => {
    expect(calendarFile(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Expert Forum//Sessions//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:4f7c@forum',
      'DTSTAMP:20261120T000000Z',
      'DTSTART:20261124T043000Z',
      'DTEND:20261124T070000Z',
      'SUMMARY:Second reading\\; chapters 3\\, 4',
      'LOCATION:Tashkent \\\\ online',
      'DESCRIPTION:1. Opening (10)\\n2. Section 5.2 (35)',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(calendarFile({ ...event, place: null, description: '' })).not.toMatch(/LOCATION|DESCRIPTION/);
  });

  it.each(['x'.repeat(400), 'Второе чтение: главы '.repeat(20), '第二読会：第3章～第6章'.repeat(20), '👩‍👩‍👧'.repeat(40)])(
    '[SE15] folds at 75 octets and cuts no character: %s',
    (title) => {
      const file = calendarFile({ ...event, title });
      const lines = file.split('\r\n');
      expect(Math.max(...lines.map(bytes))).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
      expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(3);
    },
  );
});
