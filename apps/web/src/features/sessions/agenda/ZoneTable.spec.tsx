import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { ZoneTable } from './ZoneTable.js';

afterEach(cleanup);

const rows = (): (string | null)[][] =>
  within(screen.getByRole('table', { name: 'The session in six cities' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

describe('the times of a session', () => {
  it('[SE3] stand in a city of each of the six countries, in the order of the countries', async () => {
    await renderInEnglish(<ZoneTable session={{ startsAt: '2026-11-24T09:00:00Z', endsAt: '2026-11-24T12:00:00Z' }} />);
    expect(rows()).toEqual([
      ['Tokyo', '24 November 2026, 18:00–21:00', 'GMT+9'],
      ['Almaty', '24 November 2026, 14:00–17:00', 'GMT+5'],
      ['Bishkek', '24 November 2026, 15:00–18:00', 'GMT+6'],
      ['Dushanbe', '24 November 2026, 14:00–17:00', 'GMT+5'],
      ['Ashgabat', '24 November 2026, 14:00–17:00', 'GMT+5'],
      ['Tashkent', '24 November 2026, 14:00–17:00', 'GMT+5'],
    ]);
  });

  it('say both days where a session ends on another one, which is not the same everywhere', async () => {
    await renderInEnglish(<ZoneTable session={{ startsAt: '2026-11-24T12:00:00Z', endsAt: '2026-11-24T16:00:00Z' }} />);
    expect([rows()[0]?.[1], rows()[5]?.[1]]).toEqual(['24 November 2026, 21:00 – 25 November 2026, 01:00', '24 November 2026, 17:00–21:00']);
  });
});
