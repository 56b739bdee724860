import type { Locator, Page } from '@playwright/test';
import { faultsOf } from '../src/accessibility.js';
import { expect, test } from '../src/journey.js';
import { LANGUAGES, say } from '../src/messages.js';
import { kamola, sevara, timur } from '../src/people.js';
import { signInAs } from '../src/vocabulary.js';

const PASSWORD = 'four unrelated plain words';
const CENTRE = { code: 'KGZ-OSH', name: 'Osh Water Policy Group' };
const aida = { name: 'Aida N.', email: 'aida@osh.example' };
const bakyt = { name: 'Bakyt S.', email: 'bakyt@osh.example' };

const sheet = (page: Page): Locator => page.getByRole('dialog').last();
const press = (place: Page | Locator, key: string, values = {}): Promise<void> =>
  place.getByRole('button', { name: say(key, values), exact: true }).first().click();
const field = (page: Page, key: string, values = {}): Locator => sheet(page).getByLabel(say(key, values), { exact: true });
const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });

async function openPeople(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: say('app.navigation') }).getByRole('link', { name: say('nav.people') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('people.title') })).toBeVisible();
}

/** Fills in an open invitation and gives the link that is shown once. */
async function invite(page: Page, { name, email }: typeof aida): Promise<string> {
  await field(page, 'people.invite.email').fill(email);
  await field(page, 'people.invite.name').fill(name);
  await press(sheet(page), 'people.invite.make');
  await expect(sheet(page).getByRole('heading', { name: say('people.link.title', { email }) })).toBeVisible();
  const link = await field(page, 'people.link.address').inputValue();
  await press(sheet(page), 'app.close');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return link;
}

async function takeUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(say('link.password'), { exact: true }).fill(PASSWORD);
  await press(page, 'link.accept');
  await expect(page).toHaveURL(/\/en\/home$/);
}

test('[PE6] [PE7] [PE13] [PE4] [P4] a centre is created, its people come in by links, and a withdrawal is felt at once', async ({
  page,
  anotherPage,
}) => {
  await signInAs(page, sevara);
  await openPeople(page);
  await press(page, 'people.addCentre');
  await field(page, 'people.centre.code').fill(CENTRE.code.toLowerCase());
  await field(page, 'people.centre.nameIn', { language: 'English' }).fill(CENTRE.name);
  await press(sheet(page), 'people.addCentre');
  await expect(page.getByText(say('people.centre.added', { code: CENTRE.code }))).toBeVisible();

  await press(page, 'people.inviteTo', { code: CENTRE.code });
  await field(page, 'people.invite.role').selectOption('focal_point');
  const link = await invite(page, aida);
  await expect(rowOf(page, aida.name)).toContainText(say('people.notJoined'));

  const hers = await anotherPage();
  await takeUp(hers, link);
  await openPeople(hers);
  await expect(hers.getByRole('heading', { level: 3 })).toHaveText([CENTRE.name]);
  await press(hers, 'people.invite');
  await invite(hers, bakyt);
  await expect(rowOf(page, bakyt.name)).toBeVisible(); // nobody has loaded that page again

  const late = await anotherPage();
  await late.goto(link);
  await expect(late.getByRole('heading', { name: say('link.dead.title') })).toBeVisible();

  await page.getByRole('button', { name: aida.name, exact: true }).click();
  const mandate = { role: say('role.focal_point'), name: aida.name };
  await press(sheet(page), 'people.mandate.withdrawOf', mandate);
  await expect(sheet(page).getByText(say('people.mandate.withdraw.text', mandate))).toBeVisible();
  await press(sheet(page), 'people.mandate.withdraw');
  await expect(hers.getByRole('heading', { name: say('login.noMandate') })).toBeVisible();
  await expect(sheet(page).getByRole('listitem')).toContainText(/withdrawn \d/);
  await expect(sheet(page).getByRole('button', { name: say('people.mandate.withdrawOf', mandate) })).toHaveCount(0);
});

test('[PE1] [PE9] a focal point sees the own centre alone, an expert who may open the page', async ({ page, anotherPage }) => {
  await signInAs(page, kamola);
  await openPeople(page);
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Chirchik Technology Policy Lab']);
  await expect(page.getByRole('button', { name: say('people.addCentre') })).toHaveCount(0);

  const his = await anotherPage();
  await signInAs(his, timur);
  await expect(his.getByRole('link', { name: say('nav.people') })).toHaveCount(0);
  await his.goto('/en/people');
  await expect(his.getByText(say('people.onlySecretariat'))).toBeVisible();
});

for (const language of LANGUAGES) {
  test(`[WE3] nothing of the people page is out of reach in ${language}`, async ({ page }) => {
    await signInAs(page, sevara, language);
    await page.goto(`/${language}/people`);
    const member = page.getByRole('button', { name: kamola.name });
    await expect(member).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await member.click();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(member).toBeFocused();
    await page.getByRole('main').getByRole('button', { name: say('people.invite', {}, language), exact: true }).first().click();
    await sheet(page).getByRole('button', { name: say('people.invite.make', {}, language) }).click();
    expect(await faultsOf(page)).toEqual([]);
  });
}
