import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import {
  FOCAL_POINT,
  PeoplePageOf,
  SECRETARIAT,
  chirchik,
  faultAt,
  forum,
  kamola,
  press,
  pressInSheet,
  sevara,
  sheet,
  timur,
} from '../people.fixture.js';

let page: PeoplePageOf;
const fill = (label: string, words: string): Promise<void> => userEvent.type(sheet().getByLabelText(label), words);
const choose = (label: string, value: string): Promise<void> => userEvent.selectOptions(sheet().getByLabelText(label), value);

beforeEach(() => {
  page = new PeoplePageOf(forum(kamola, sevara, timur));
});
afterEach(cleanup);

describe('an invitation', () => {
  it('[PE7] is sent with what was written, and shows its link once, with the whole address', async () => {
    const copied: string[] = [];
    page.answer('POST /invitations', 201, { url: '/ru/invite/secret', expiresAt: new Date(2026, 10, 25, 19, 5).toISOString() });
    await page.show(SECRETARIAT);
    await press('Invite');
    await fill('E-mail', ' aziza@forum.example ');
    await fill('Name', 'Aziza T.');
    await choose('Language', 'ru');
    await choose('Centre', chirchik.id);
    await fill('Until', '2027-06-30');
    expect(sheet().getByText(/^Through the end of 30 June 2027, /)).toBeDefined();
    await pressInSheet('Make the link');
    expect(page.asked).toEqual([
      [
        'POST /invitations',
        {
          email: 'aziza@forum.example',
          name: 'Aziza T.',
          language: 'ru',
          role: 'expert',
          centreId: chirchik.id,
          endsAt: new Date(2027, 6, 1).toISOString(),
        },
      ],
    ]);
    expect(await screen.findByRole('dialog', { name: 'Link for aziza@forum.example' })).toBeDefined();
    expect(sheet().getByText(/It works once, until 25 November 2026 at 19:05/)).toBeDefined();
    const address = `${location.origin}/ru/invite/secret`;
    expect(sheet().getByRole<HTMLTextAreaElement>('textbox', { name: 'Link' }).value).toBe(address);
    const clipboard = { writeText: async (words: string) => copied.push(words) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    await pressInSheet('Copy the link');
    expect(await sheet().findByText('Copied')).toBeDefined();
    expect(copied).toEqual([address]);
    await pressInSheet('Close');
    expect(document.body.textContent).not.toContain('secret');
  });

  it('[PE5] asks for a centre only for a role that acts for one', async () => {
    page.answer('POST /invitations', 201, { url: '/en/invite/secret', expiresAt: '2026-11-25T00:00:00.000Z' });
    await page.show(SECRETARIAT);
    await press('Invite');
    await fill('E-mail', 'olga@forum.example');
    await fill('Name', 'Olga');
    await choose('Role', 'translator');
    expect(sheet().queryByLabelText('Centre')).toBeNull();
    await pressInSheet('Make the link');
    expect(page.asked[0]?.[1]).toEqual({ email: 'olga@forum.example', name: 'Olga', language: 'en', role: 'translator' });
  });

  it('sends nothing while a field is empty, and puts the focus there', async () => {
    await page.show(SECRETARIAT);
    await press('Invite');
    await fill('E-mail', 'aziza@forum.example');
    await pressInSheet('Make the link');
    expect(faultAt('Name')).toBe('This is needed.');
    expect(document.activeElement).toBe(sheet().getByLabelText('Name'));
    expect(page.asked).toEqual([]);
  });

  it.each([
    ['member-exists', [], 'E-mail', /exists already\. Grant a further mandate/],
    ['input-invalid', [{ pointer: '/email' }], 'E-mail', /not an e-mail address/],
    ['input-invalid', [{ pointer: '/name', limit: 120 }], 'Name', /At most 120 characters/],
    ['centre-required', [], 'Centre', /This role acts for a centre/],
    ['dates-reversed', [], 'Until', /The end lies before the beginning/],
  ] as const)('[PE5] [PE7] tells %s %j at the field, and loses nothing', async (code, errors, label, sentence) => {
    page.refuse('POST /invitations', 422, code, errors);
    await page.show(SECRETARIAT);
    await press('Invite');
    await fill('E-mail', 'aziza@forum.example');
    await fill('Name', 'Aziza T.');
    await pressInSheet('Make the link');
    expect(faultAt(label)).toMatch(sentence);
    expect(document.activeElement).toBe(sheet().getByLabelText(label));
    expect(sheet().getByLabelText<HTMLInputElement>('Name').value).toBe('Aziza T.');
  });

  it('tells what belongs to no field above the form', async () => {
    page.refuse('POST /invitations', 403, 'not-allowed');
    await page.show(SECRETARIAT);
    await press('Invite');
    await fill('E-mail', 'aziza@forum.example');
    await fill('Name', 'Aziza T.');
    await pressInSheet('Make the link');
    expect(sheet().getByRole('alert').textContent).toBe('This is not part of the role spoken under.');
  });

  it('[PE4] of a focal point is for an expert of the own centre', async () => {
    page.people = { ...page.people, centres: [chirchik] };
    page.refuse('POST /invitations', 409, 'member-exists');
    await page.show(FOCAL_POINT);
    await press('Invite');
    expect(screen.getByRole('dialog', { name: 'Invite an expert of UZB-CTP' })).toBeDefined();
    expect(sheet().queryByLabelText('Role')).toBeNull();
    await fill('E-mail', 'aziza@forum.example');
    await fill('Name', 'Aziza T.');
    await pressInSheet('Make the link');
    expect(page.asked[0]?.[1]).toMatchObject({ role: 'expert', centreId: chirchik.id });
    expect(faultAt('E-mail')).toContain('The secretariat can grant a further mandate.');
  });
});
