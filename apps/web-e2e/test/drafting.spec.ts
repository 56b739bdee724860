import type { Route } from '@playwright/test';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { gulnora, kamola, mio, rustam, timur } from '../src/people.js';
import { countOf, openSection, receipt, signInAs, typeAtEnd } from '../src/vocabulary.js';

/** Milliseconds until a change of rights has reached every screen. */
const AT_ONCE = { timeout: 1_000 };

test("[R5] [R9] two experts of two centres type into one section and see each other's words and carets", async ({ page, anotherPage }) => {
  const mioPage = await anotherPage();
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  const timurText = await openSection(page, '5.2');
  const mioText = await openSection(mioPage, '5.2');
  await typeAtEnd(timurText, ' Written in Tashkent.');
  await expect(mioText).toContainText('Written in Tashkent.');
  await typeAtEnd(mioText, ' Written in Sapporo.');
  await expect(timurText).toContainText('Written in Sapporo.');
  await expect(receipt(page, 'receipt.received')).toBeVisible();
  await expect(page.locator('[data-caret="JPN-HDP"]')).toHaveCount(1);
  expect(await countOf(timurText, 'Written in Tashkent.')).toBe(1);
  expect(await countOf(mioText, 'Written in Sapporo.')).toBe(1);
});

test('[R17] undo takes back one’s own words only, also around those of a colleague', async ({ page, anotherPage }) => {
  const mioPage = await anotherPage();
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  const timurText = await openSection(page, '5.2');
  const mioText = await openSection(mioPage, '5.2');
  await typeAtEnd(timurText, ' first thought');
  await expect(mioText).toContainText('first thought');
  await typeAtEnd(mioText, ' second thought');
  await expect(timurText).toContainText('second thought');
  await timurText.press('Control+z');
  await expect(mioText).not.toContainText('first thought');
  await expect(timurText).toContainText('second thought');
  expect(await countOf(mioText, 'second thought')).toBe(1);
});

test('[R14] [WE4] a freeze stops typing on every screen within a second; what came too late is in the tray', async ({ page, context, anotherPage }) => {
  const [mioPage, rustamPage] = [await anotherPage(), await anotherPage()];
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  await signInAs(rustamPage, rustam);
  const timurText = await openSection(page, '5.4');
  const mioText = await openSection(mioPage, '5.4');
  await openSection(rustamPage, '5.4');
  await expect(mioText).toHaveAttribute('contenteditable', 'true');
  await typeAtEnd(timurText, ' In time.');
  await expect(receipt(page, 'receipt.received')).toBeVisible();
  await context.setOffline(true);
  await typeAtEnd(timurText, ' Too late.');
  await rustamPage.getByRole('button', { name: say('section.freeze'), exact: true }).click();
  await rustamPage.getByRole('dialog').getByRole('button', { name: say('section.freeze'), exact: true }).click();
  await expect(receipt(rustamPage, 'receipt.frozen')).toBeVisible();
  await expect(mioText).toHaveAttribute('contenteditable', 'false', AT_ONCE);
  await context.setOffline(false);

  await expect(timurText).toHaveAttribute('contenteditable', 'false');
  await expect(timurText).toContainText('In time.');
  await expect(timurText).not.toContainText('Too late.');
  await page.getByRole('button', { name: say('tray.show') }).click();
  await expect(page.getByRole('dialog')).toContainText('Too late.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('tray.open', { n: 1 }) })).toBeFocused();
});

test('[R14] a drafter who is removed in mid-typing reads on, and nothing of what was typed is lost', async ({ page, anotherPage }) => {
  const [timurPage, rustamPage] = [await anotherPage(), await anotherPage()];
  await signInAs(page, kamola);
  await signInAs(timurPage, timur);
  await signInAs(rustamPage, rustam);
  const kamolaText = await openSection(page, '3.2');
  const timurText = await openSection(timurPage, '3.2');
  await openSection(rustamPage, '3.2');
  await rustamPage.getByRole('button', { name: say('drafters.manage') }).click();
  const removal = rustamPage.getByRole('button', { name: say('drafters.remove', { name: kamola.name }) });
  const typing = typeAtEnd(kamolaText, 'x'.repeat(300));
  await expect(timurText).toContainText('xxxxx');
  await removal.click();
  await expect(removal).toBeHidden();
  await expect(kamolaText).toHaveAttribute('contenteditable', 'false', AT_ONCE);
  await typing;

  const accepted = await countOf(timurText, 'x');
  await expect.poll(() => countOf(kamolaText, 'x')).toBe(accepted);
  expect(accepted).toBeGreaterThan(5);
  await expect(timurText).toHaveAttribute('contenteditable', 'true');
});

test('[R2] [WE4] whoever is in a text that is loaded anew types on in it', async ({ page }) => {
  let answer = (): void => undefined;
  const isIn = new Promise<void>((resolve) => (answer = resolve));
  const differs = async (route: Route): Promise<void> => {
    await isIn;
    await route.fulfill({ json: { verdict: 'different' } });
  };
  await page.route('**/text-comparison?*', differs, { times: 1 });
  await signInAs(page, gulnora);
  const text = await openSection(page, '9.4');
  await text.click();
  await text.press('Control+End');
  const before = await text.elementHandle();
  answer();
  await expect(page.getByText(say('receipt.different'))).toBeVisible();
  await expect.poll(() => before?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(text).toBeFocused();
  await page.keyboard.type(' Typed on.');
  await expect(text).toContainText('countries. Typed on.');
});
