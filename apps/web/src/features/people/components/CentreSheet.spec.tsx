import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { PeoplePageOf, SECRETARIAT, faultAt, forum, pressInSheet, sevara, sheet } from '../people.fixture.js';

let page: PeoplePageOf;
const fill = (label: string, words: string): Promise<void> => userEvent.type(sheet().getByLabelText(label), words);

beforeEach(async () => {
  page = new PeoplePageOf(forum(sevara));
  await page.show(SECRETARIAT);
  const [first] = screen.getAllByRole('button', { name: 'Add a centre' });
  if (first) await userEvent.click(first);
});
afterEach(cleanup);

describe('a further centre', () => {
  it('[PE6] is created with its code in capitals and the names that were written', async () => {
    page.answer('POST /centres', 201, { id: 'c-new' });
    await fill('Code', 'jpn-new');
    await fill('Name of the centre (English)', ' New Centre ');
    await fill('Name of the centre (日本語)', '新機関');
    await pressInSheet('Add a centre');
    expect(page.asked).toEqual([['POST /centres', { code: 'JPN-NEW', name: { en: 'New Centre', ja: '新機関' } }]]);
    expect(await screen.findByText('JPN-NEW was added.')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['', 'This is needed.'],
    ['JPN', 'Three letters of the country, a hyphen, then two to eight letters or digits.'],
    ['JPN-A', 'Three letters of the country, a hyphen, then two to eight letters or digits.'],
    ['FRA-ABC', 'It begins with a country of the Forum: JPN, KAZ, UZB.'],
  ])('[PE6] is not asked for under the code "%s"', async (code, sentence) => {
    if (code !== '') await fill('Code', code);
    await fill('Name of the centre (English)', 'New Centre');
    await pressInSheet('Add a centre');
    expect(faultAt('Code')).toBe(sentence);
    expect(page.asked).toEqual([]);
  });

  it('[PE6] of a code that exists is refused at the code', async () => {
    page.refuse('POST /centres', 409, 'centre-exists');
    await fill('Code', 'JPN-HDP');
    await fill('Name of the centre (English)', 'Hokuto');
    await pressInSheet('Add a centre');
    expect(faultAt('Code')).toBe('A centre with this code exists already.');
    expect(sheet().getByLabelText<HTMLInputElement>('Name of the centre (English)').value).toBe('Hokuto');
  });

  it('has a name of at most so many letters, told at the name', async () => {
    page.refuse('POST /centres', 422, 'input-invalid', [{ pointer: '/name/ru', limit: 300 }]);
    await fill('Code', 'JPN-NEW');
    await fill('Name of the centre (English)', 'New Centre');
    await pressInSheet('Add a centre');
    expect(faultAt('Name of the centre (Русский)')).toBe('At most 300 characters.');
  });
});
