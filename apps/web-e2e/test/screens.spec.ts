import type { Locator, Page } from '@playwright/test';
import { faultsOf } from '../src/accessibility.js';
import { expect, test } from '../src/journey.js';
import { LANGUAGES } from '../src/messages.js';
import { rustam, sevara, timur } from '../src/people.js';
import { openSection, signInAs, textOf } from '../src/vocabulary.js';

const WIDTHS = { phone: 390, tablet: 768, desk: 1440 } as const;

async function expectNothingFound(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [place, width] of Object.entries(WIDTHS)) {
    test(`[WE3] axe finds nothing on any screen (${colorScheme}, ${place})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/en/sign-in', '/en/nothing-here', '/en/p', '/en/p/interim-text-2026']) {
        await page.goto(path);
        await expectNothingFound(page);
      }
      await signInAs(page, rustam);
      await openSection(page, '5.2');
      await expectNothingFound(page);
      for (const path of ['/en/home', '/en/inbox', '/en/text', '/en/sessions', '/en/publications']) {
        await page.goto(path);
        await expectNothingFound(page);
      }
    });
  }
}

test('[WE3] axe finds nothing where people are administered and where text is written', async ({ page, anotherPage }) => {
  await signInAs(page, sevara);
  await page.goto('/en/people');
  await expectNothingFound(page);
  const timurPage = await anotherPage();
  await signInAs(timurPage, timur);
  await openSection(timurPage, '5.2');
  await expectNothingFound(timurPage);
});

for (const language of LANGUAGES) {
  test(`[WE5] on a phone nothing is cut off in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await signInAs(page, rustam, language);
    for (const path of ['home', 'inbox', 'text', 'sessions', 'publications', 'p/interim-text-2026']) {
      await page.goto(`/${language}/${path}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test('[WE4] a person signs in, opens a section and types with the keyboard alone', async ({ page }) => {
  await page.goto('/en/sign-in');
  const tabTo = async (isThere: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('not reached by the Tab key');
  };
  const focused = page.locator(':focus');
  const isFocused = (name: RegExp) => async () => (await focused.count()) === 1 && name.test(await nameOf(focused));

  await tabTo(isFocused(new RegExp(timur.name)));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/home$/);
  await tabTo(isFocused(/^5\.2\b/));
  await page.keyboard.press('Enter');
  const text = textOf(page, '5.2');
  await expect(text).toBeVisible();
  await tabTo(() => text.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' By keyboard alone.');
  await expect(text).toContainText('By keyboard alone.');
});

async function nameOf(element: Locator): Promise<string> {
  return ((await element.getAttribute('aria-label')) ?? (await element.textContent()) ?? '').trim();
}
