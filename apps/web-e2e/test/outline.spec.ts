import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { rustam, timur } from '../src/people.js';
import { signInAs } from '../src/vocabulary.js';

const CHAPTER = 'Digital transformation and innovation';

test('[OU3] a section that is added and renamed appears on every screen with its number', async ({ page, anotherPage }) => {
  const timurPage = await anotherPage();
  await signInAs(page, rustam);
  await signInAs(timurPage, timur);
  await page.getByRole('button', { name: say('outline.edit') }).click();
  await page.getByRole('button', { name: say('outline.addSectionTo', { title: CHAPTER }) }).click();
  await page.getByRole('dialog').getByLabel(say('outline.sectionTitle')).fill('Open standards');
  await page.getByRole('dialog').getByRole('button', { name: say('outline.addSection') }).click();
  await expect(timurPage.getByRole('link', { name: /^5\.5\b.*Open standards/ })).toBeVisible();

  await page.getByRole('button', { name: say('outline.renameOf', { title: 'Open standards' }) }).click();
  await page.getByRole('dialog').getByLabel(say('outline.sectionTitle')).fill('Open standards and data');
  await page.getByRole('dialog').getByRole('button', { name: say('app.save') }).click();
  await expect(timurPage.getByRole('link', { name: /^5\.5\b.*Open standards and data/ })).toBeVisible();
});
