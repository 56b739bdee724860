import { expect, test } from '../src/journey.js';
import { LANGUAGES, say } from '../src/messages.js';

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
