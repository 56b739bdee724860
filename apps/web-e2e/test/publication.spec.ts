import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { nigora, rustam } from '../src/people.js';
import { signInAs } from '../src/vocabulary.js';

test('[PU2] [PU3] [PU5] moderator and rapporteur see what becomes public; sealed by its address typed twice, it is read without script or sign-in', async ({
  page,
  anotherPage,
  browser,
}) => {
  const rapporteurPage = await anotherPage();
  await signInAs(page, rustam);
  await signInAs(rapporteurPage, nigora);
  for (const each of [page, rapporteurPage]) {
    await each.goto('/en/publications');
    await expect(each.getByRole('heading', { level: 2, name: say('publications.preview', { number: 2 }) })).toBeVisible();
  }
  const parts = (of: typeof page) => of.locator('details summary').allInnerTexts();
  expect(await parts(rapporteurPage)).toEqual(await parts(page));
  await expect(rapporteurPage.getByRole('button', { name: say('publications.seal.open') })).toHaveCount(0);

  await page.getByRole('button', { name: say('publications.seal.open') }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(say('outline.titleIn', { language: 'English' })).fill('Second interim text');
  await sheet.getByLabel(say('publications.slug'), { exact: true }).fill('second-interim-text');
  await sheet.getByLabel(say('publications.confirmation')).fill('second-interim');
  await sheet.getByRole('button', { name: say('publications.seal'), exact: true }).click();
  await expect(sheet.getByText(say('problem.confirmation-differs'))).toBeVisible();
  await sheet.getByLabel(say('publications.confirmation')).fill('second-interim-text');
  await sheet.getByRole('button', { name: say('publications.seal'), exact: true }).click();
  await expect(page).toHaveURL(/\/en\/p\/second-interim-text$/);

  const reader = await browser.newContext({ javaScriptEnabled: false });
  const readerPage = await reader.newPage();
  const address = new URL('/en/p/interim-text-2026#p1.1.2', page.url()).href;
  await readerPage.goto(address);
  await expect(readerPage.getByRole('note').getByRole('link')).toHaveAttribute('href', '/en/p/second-interim-text');
  await expect(readerPage.locator('[id="p1.1.2"]')).toBeInViewport();
  await reader.close();
});
