import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { mio, timur } from '../src/people.js';
import { countOf, openSection, receipt, signInAs, typeAtEnd } from '../src/vocabulary.js';

const SECTION = '5.2';

test("[R5] two experts of two centres type into one section and see each other's words", async ({ page, anotherPage }) => {
  const mioPage = await anotherPage();
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  const timurText = await openSection(page, SECTION);
  const mioText = await openSection(mioPage, SECTION);

  await typeAtEnd(timurText, ' Written in Tashkent.');
  await expect(mioText).toContainText('Written in Tashkent.');
  await typeAtEnd(mioText, ' Written in Sapporo.');
  await expect(timurText).toContainText('Written in Sapporo.');

  await expect(receipt(page, 'receipt.received')).toBeVisible();
  expect(await mioText.textContent()).toBe(await timurText.textContent());
});

test('[R9] everybody in a section is told by centre code, and a caret moves with its owner', async ({ page, anotherPage }) => {
  const mioPage = await anotherPage();
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  await openSection(page, SECTION);
  const mioText = await openSection(mioPage, SECTION);

  await expect(page.getByLabel(say('presence.list', { who: 'JPN-HDP' }))).toBeVisible();
  await mioText.click();
  await expect(page.locator('[data-caret]').filter({ hasText: 'JPN-HDP' })).toBeAttached();
});

test('[R17] undo takes back one’s own words only, also around those of a colleague', async ({ page, anotherPage }) => {
  const mioPage = await anotherPage();
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  const timurText = await openSection(page, SECTION);
  const mioText = await openSection(mioPage, SECTION);

  await typeAtEnd(timurText, ' first thought');
  await expect(mioText).toContainText('first thought');
  await typeAtEnd(mioText, ' second thought');
  await expect(timurText).toContainText('second thought');
  await timurText.click();
  await timurText.press('Control+z');

  await expect(mioText).not.toContainText('first thought');
  await expect(timurText).toContainText('second thought');
  expect(await countOf(mioText, 'second thought')).toBe(1);
});
