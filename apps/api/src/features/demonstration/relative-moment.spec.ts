import { relativeMoment } from './relative-moment.js';

describe('relativeMoment', () => {
  const now = new Date('2026-11-24T20:15:00Z'); // the 25th in Tashkent

  it.each([
    ['-40d 09:30', 'Asia/Tashkent', '2026-10-16T04:30:00.000Z'],
    ['+45d 09:30', 'Asia/Tashkent', '2027-01-09T04:30:00.000Z'],
    ['+2d 09:30', 'UTC', '2026-11-26T09:30:00.000Z'],
    ['-180d', 'Asia/Tashkent', '2026-05-28T20:15:00.000Z'],
    ['0d -00:40', 'Asia/Tashkent', '2026-11-24T19:35:00.000Z'],
    ['0d +02:20', 'Asia/Tashkent', '2026-11-24T22:35:00.000Z'],
    ['-100d 09:30', 'America/New_York', '2026-08-16T13:30:00.000Z'],
  ])('[DE3] reads %s in %s', (relative, timezone, moment) => {
    expect(relativeMoment(relative, now, timezone).toISOString()).toBe(moment);
  });

  it('[DE3] stops at anything else', () => {
    expect(() => relativeMoment('yesterday', now, 'UTC')).toThrow('yesterday');
  });
});
