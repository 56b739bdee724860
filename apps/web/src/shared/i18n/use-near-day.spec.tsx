import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderInEnglish } from './in-english.fixture.js';
import { daysFromToday, useNearDay } from './use-near-day.js';

const at = (day: number, hour = 12): Date => new Date(2026, 10, day, hour);

describe('how far a day is', () => {
  it('counts midnights, not hours', () => {
    const now = at(24, 23).getTime();
    expect([at(24, 0), at(25, 0), at(23, 23), at(30, 1)].map((day) => daysFromToday(day.toISOString(), now))).toEqual([0, 1, -1, 6]);
  });
});

function Days({ days }: { readonly days: readonly Date[] }) {
  const near = useNearDay();
  return <p>{days.map((day) => near(day.toISOString())).join(' | ')}</p>;
}

describe('a day as people say it', () => {
  it('is today, tomorrow or yesterday with its time; another one by its name', async () => {
    const noon = new Date().setHours(18, 0, 0, 0);
    const DAY = 86_400_000;
    await renderInEnglish(<Days days={[noon, noon + DAY, noon - DAY].map((time) => new Date(time))} />);
    expect(screen.getByText('today, 18:00 | tomorrow, 18:00 | yesterday, 18:00')).toBeDefined();
    await renderInEnglish(<Days days={[new Date(2020, 10, 3)]} />);
    expect(screen.getByText('3 November 2020')).toBeDefined();
  });
});
