import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import {
  PeoplePageOf,
  SECRETARIAT,
  chirchik,
  faultAt,
  forum,
  mandate,
  member,
  press,
  pressInSheet,
  sevara,
  sheet,
  timur,
} from '../people.fixture.js';
import { dayOf } from '../register/days.js';

let page: PeoplePageOf;
const open = async (name: string): Promise<void> => {
  await page.show(SECRETARIAT);
  await press(name);
};

beforeEach(() => {
  page = new PeoplePageOf(forum(sevara, timur));
});
afterEach(cleanup);

describe('a mandate', () => {
  it('[PE3] [P4] is withdrawn after it was said what that does, and the focus stays with what is left of it', async () => {
    await open('Timur');
    await press('Withdraw the mandate: Expert, Timur');
    expect(sheet().getByText('Timur can no longer write as Expert from this moment; open pages are closed within a second.')).toBeDefined();
    expect(page.asked).toEqual([]);
    page.people = forum(sevara, member('Timur', [mandate('md-timur', { withdrawnAt: '2026-11-24T09:00:00.000Z' })]));
    await pressInSheet('Withdraw');
    expect(page.asked).toEqual([['POST /mandates/md-timur/withdrawal']]);
    const left = await sheet().findByRole('listitem');
    await waitFor(() => expect(left.textContent).toContain('withdrawn 24 November 2026'));
    expect(sheet().queryByRole('button', { name: /^Withdraw/ })).toBeNull();
    expect(document.activeElement).toBe(left);
  });

  it('[PE8] of the last of the secretariat stays, and it is said why', async () => {
    page.refuse('POST /mandates/md-sevara/withdrawal', 409, 'last-secretariat');
    await open('Sevara');
    await press('Withdraw the mandate: Secretariat, Sevara');
    await pressInSheet('Withdraw');
    expect((await sheet().findByRole('alert')).textContent).toBe('Nobody would be left to administer the Forum.');
  });

  it('[PE3] is limited to the end of a day where the reader is', async () => {
    await open('Timur');
    await press('Change the dates: Expert, Timur');
    const until = sheet().getByLabelText('Until');
    expect(document.activeElement).toBe(until);
    await userEvent.type(until, '2999-12-30');
    await pressInSheet('Save');
    expect(page.asked).toEqual([['PATCH /mandates/md-timur', { endsAt: new Date(2999, 11, 31).toISOString() }]]);
    await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
  });

  it('[PE3] is not limited to a day that has passed, but today', async () => {
    await open('Timur');
    await press('Change the dates: Expert, Timur');
    const yesterday = new Date();
    yesterday.setDate(yesterday.getDate() - 1);
    await userEvent.type(sheet().getByLabelText('Until'), dayOf(yesterday));
    await pressInSheet('Save');
    expect(faultAt('Until')).toBe('This day has passed. To end a mandate now, withdraw it.');
    expect(page.asked).toEqual([]);
    await userEvent.clear(sheet().getByLabelText('Until'));
    await userEvent.type(sheet().getByLabelText('Until'), dayOf(new Date()));
    await pressInSheet('Save');
    expect(page.asked).toHaveLength(1);
  });

  it('[PE7] is granted further, for the centre one belongs to unless another is chosen', async () => {
    page.answer('POST /mandates', 201, { id: 'md-new' });
    await open('Timur');
    await press('Grant a mandate to Timur');
    await userEvent.selectOptions(sheet().getByLabelText('Role'), 'focal_point');
    await pressInSheet('Grant a mandate');
    expect(page.asked).toEqual([['POST /mandates', { memberId: 'm-Timur', role: 'focal_point', centreId: chirchik.id }]]);
  });
});

describe('an account', () => {
  it('[PE13] gets a link for a password after it was said what that does', async () => {
    page.answer('POST /members/m-Timur/password-links', 201, { url: '/en/invite/secret', expiresAt: '2026-11-25T00:00:00.000Z' });
    await open('Timur');
    await press('Password link for Timur');
    expect(sheet().getByText(/Earlier links stop working at once/)).toBeDefined();
    expect(page.asked).toEqual([]);
    await pressInSheet('Make the link');
    expect(await screen.findByRole('dialog', { name: 'Link for timur@forum.example' })).toBeDefined();
    expect(sheet().getByRole<HTMLTextAreaElement>('textbox', { name: 'Link' }).value).toBe(`${location.origin}/en/invite/secret`);
  });

  it('[PE11] is suspended, and the suspension ended, each after it was said what that does', async () => {
    await open('Timur');
    await press('Suspend Timur');
    expect(sheet().getByText(/signed out everywhere and cannot sign in/)).toBeDefined();
    page.people = forum(sevara, { ...timur, isSuspended: true });
    await pressInSheet('Suspend');
    await userEvent.click(await screen.findByRole('button', { name: 'End suspension of Timur' }));
    expect(sheet().getByText(/can sign in again/)).toBeDefined();
    await pressInSheet('End suspension');
    expect(page.asked).toEqual([['POST /members/m-Timur/suspension'], ['DELETE /members/m-Timur/suspension']]);
  });

  it('[PE7] [PE13] that is suspended is granted nothing and gets no link; the buttons say by which rule', async () => {
    page.people = forum(sevara, { ...timur, isSuspended: true });
    await open('Timur');
    for (const name of ['Grant a mandate to Timur', 'Password link for Timur']) {
      const button = screen.getByRole('button', { name });
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('The member is suspended.');
      await userEvent.click(button);
    }
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });
});
