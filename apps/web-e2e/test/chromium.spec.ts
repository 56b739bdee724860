import { chromium, expect, test } from '@playwright/test';
import { findChromium, NoChromium } from '../src/chromium.js';

test('[WE0] the browser that comes as a package starts where the system has none', async () => {
  const { origin, executablePath, env } = findChromium({ ...process.env, CHROMIUM_PATH: '', PATH: '' });
  expect(origin).toBe('package');
  const browser = await chromium.launch({
    executablePath,
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ''])),
  });
  const page = await browser.newPage();
  await page.setContent('<h1>Форум 専門家</h1>');
  await expect(page.getByRole('heading')).toHaveText('Форум 専門家');
  await browser.close();
});

test('[WE0] a browser that is named and not there is a failure with a sentence, not another browser', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(NoChromium);
});
