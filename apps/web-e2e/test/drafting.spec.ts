import { expect, test, type Browser, type Page } from '@playwright/test';
import { say } from '../src/messages.js';

/** Somebody of the demonstration forum, in a browser of their own, at section 5.2. */
async function atSection(browser: Browser, name: RegExp): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${process.env['FORUM_URL'] ?? ''}/en/sign-in`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('link', { name: 'Artificial intelligence' }).click();
  await expect(page.getByLabel(say('section.text', { number: '5.2' }), { exact: true })).toBeVisible();
  return page;
}

test('[R5] [R14] two experts of two centres type into one section; a freeze stops both', async ({ browser }) => {
  const [timur, mio, moderator] = [await atSection(browser, /Timur/), await atSection(browser, /Mio/), await atSection(browser, /Rustam/)];
  await timur.getByRole('textbox').click();
  await timur.keyboard.press('Control+End');
  await timur.keyboard.press('Enter');
  await timur.keyboard.type('A paragraph of his.');
  await expect(mio.getByText('A paragraph of his.')).toBeVisible();
  await mio.getByRole('textbox').click();
  await mio.keyboard.press('Control+Home');
  await mio.keyboard.type('Mio begins. ');
  await expect(timur.getByText('Mio begins. First applications')).toBeVisible();
  await expect(timur.getByText(/^Received \d\d:\d\d$/)).toBeVisible();
  await expect(timur.locator('[data-caret="JPN-HDP"]')).toHaveCount(1);
  await moderator.getByRole('button', { name: say('section.freeze') }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: say('section.freeze') }).click();
  for (const page of [timur, mio]) {
    await expect(page.getByText(/^Frozen by the moderator \d\d:\d\d$/)).toBeVisible();
    await expect(page.getByLabel(say('section.text', { number: '5.2' }))).toHaveAttribute('contenteditable', 'false');
  }
});
