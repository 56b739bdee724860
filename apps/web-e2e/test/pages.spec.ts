import type { Locator } from '@playwright/test';
import { expect, test } from '../src/journey.js';
import { LANGUAGES, say } from '../src/messages.js';
import { sevara, timur } from '../src/people.js';
import { faultsOf } from '../src/accessibility.js';
import { openSection, signInAs, textOf } from '../src/vocabulary.js';

for (const language of LANGUAGES) {
  test(`[WE1] a page in ${language} says so before any script runs`, async ({ page, request }) => {
    const html = await (await request.get(`/${language}/sign-in`)).text();
    expect(html).toContain(`lang="${language}"`);
    await page.goto(`/${language}/sign-in`);
    await expect(page.getByRole('heading', { level: 1, name: say('signIn.title', {}, language) })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  });
}

for (const path of ['/nothing', '/en/nothing', '/api/nothing', '/api/v1/nothing']) {
  test(`[WE2] ${path} does not exist, and the answer says so`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}

test('[WE2] what sockets do not answer, no page answers', async ({ request }) => {
  const response = await request.get('/socket.io/nothing');
  expect(response.ok()).toBe(false);
  expect(response.headers()['content-type'] ?? '').not.toContain('text/html');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[WE3] axe finds nothing on any screen (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/en/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto('/en/nothing-here');
    expect(await faultsOf(page)).toEqual([]);
    await signInAs(page, sevara);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: say('nav.people') }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: say('people.title') })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  test(`[WE3] axe finds nothing where a section is written (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await signInAs(page, timur);
    await openSection(page, '5.2');
    expect(await faultsOf(page)).toEqual([]);
  });
}

test('[WE4] a person signs in, opens a section and types with the keyboard alone', async ({ page }) => {
  await page.goto('/en/sign-in');
  const tabTo = async (isThere: () => Promise<boolean>) => {
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
  await expect(page).toHaveURL(/\/en\/text$/);
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
