import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import {
  FOCAL_POINT,
  PeoplePageOf,
  SECRETARIAT,
  chirchik,
  forum,
  hokuto,
  kamola,
  mandate,
  member,
  press,
  sevara,
  sheet,
  timur,
} from '../people.fixture.js';

let page: PeoplePageOf;
const awaited = member('Aziza', [mandate('md-aziza', { endsAt: new Date(2027, 6, 1).toISOString() })], { hasJoined: false });
const kept = member('Bobur', [mandate('md-bobur')], { isSuspended: true });
const former = member('Dilnoza', [mandate('md-dilnoza', { withdrawnAt: '2026-11-01T09:00:00.000Z' })]);

beforeEach(() => {
  page = new PeoplePageOf(forum(awaited, kept, former, kamola, sevara, timur));
});
afterEach(cleanup);

const rowOf = (name: string): string => screen.getByRole('button', { name }).closest('li')?.textContent ?? '';
const names = (): (string | null)[] => {
  const rows = within(screen.getByRole('region', { name: 'Uzbekistan' })).getAllByRole('listitem');
  return rows.flatMap((row) => within(row).queryAllByRole('button').map((each) => each.textContent));
};
const actsInSheet = (): (string | null)[] => sheet().getAllByRole('button').map((each) => each.getAttribute('aria-label'));

describe('the people page', () => {
  it('lists centres by country with who acts for them, and the offices of the forum', async () => {
    await page.show(SECRETARIAT);
    const parts = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(parts).toEqual(['Japan', 'Kazakhstan', 'Uzbekistan', 'Offices of the Forum']);
    expect(within(screen.getByRole('region', { name: chirchik.name.en })).getByText('UZB-CTP')).toBeDefined();
    expect(screen.getByText('2 centres · 5 members')).toBeDefined();
    expect(rowOf('Kamola')).toContain('Focal pointfrom 6 June 2026');
    expect(names()).toEqual(['Kamola', 'Aziza', 'Bobur', 'Timur', 'Dilnoza']);
  });

  it('[PE3] [PE11] says of each from when until when, who has not joined and who is suspended', async () => {
    await page.show(SECRETARIAT);
    expect(rowOf('Aziza')).toContain('from 6 June 2026 until 30 June 2027');
    expect(rowOf('Aziza')).toContain('Not joined yet');
    expect(rowOf('Bobur')).toContain('Suspended');
    expect(rowOf('Dilnoza')).toContain('withdrawn 1 November 2026');
    expect(rowOf('Timur')).not.toMatch(/joined|Suspended|until/);
  });

  it('finds by name, code and role, and says how many', async () => {
    await page.show(SECRETARIAT);
    const find = screen.getByRole('searchbox', { name: 'Find by name, code or role' });
    await userEvent.type(find, 'uzb focal');
    expect(names()).toEqual(['Kamola']);
    expect(screen.getByText('1 member found')).toBeDefined();
    await userEvent.type(find, 'x');
    expect(screen.getByText('No member found')).toBeDefined();
  });

  it('offers what fills a country and a centre that are empty', async () => {
    await page.show(SECRETARIAT);
    await userEvent.click(within(screen.getByRole('region', { name: 'Kazakhstan' })).getByRole('button', { name: 'Add a centre' }));
    expect(screen.getByRole('dialog', { name: 'Add a centre' })).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' }).value).toBe('KAZ-');
    await press('Cancel');
    expect(within(screen.getByRole('region', { name: hokuto.name.en })).getByText(/Nobody has joined yet/)).toBeDefined();
    await press('Invite to JPN-HDP');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Centre' }).value).toBe(hokuto.id);
  });

  it('[PE1] [PE4] lets the secretariat do everything', async () => {
    await page.show(SECRETARIAT);
    expect(screen.getAllByRole('button', { name: 'Add a centre' })).toHaveLength(2);
    await press('Kamola');
    expect(actsInSheet()).toEqual([
      'Close',
      'Change the dates: Focal point, Kamola',
      'Withdraw the mandate: Focal point, Kamola',
      'Grant a mandate to Kamola',
      'Password link for Kamola',
      'Suspend Kamola',
    ]);
  });

  it('[PE4] lets a focal point invite, limit and withdraw experts, and nothing else', async () => {
    page.people = { countries: forum().countries.slice(2), centres: [chirchik], members: [kamola, timur] };
    await page.show(FOCAL_POINT);
    expect(screen.queryByRole('button', { name: 'Add a centre' })).toBeNull();
    await press('Kamola');
    expect(actsInSheet()).toEqual(['Close']);
    await press('Close');
    await press('Timur');
    expect(actsInSheet()).toEqual(['Close', 'Change the dates: Expert, Timur', 'Withdraw the mandate: Expert, Timur']);
  });

  it('says why the register is not there, and asks again', async () => {
    globalThis.fetch = async () => Promise.reject(new TypeError('no line'));
    const shown = page.show(SECRETARIAT);
    expect((await screen.findByRole('alert')).textContent).toContain('The Forum cannot be reached.');
    page = new PeoplePageOf(forum(timur));
    await press('Try again');
    await shown;
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(names()).toEqual(['Timur']);
  });
});
