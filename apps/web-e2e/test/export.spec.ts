import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { nurbek } from '../src/people.js';
import { openSection, receipt, signInAs, textOf, typeAtEnd } from '../src/vocabulary.js';

const SECTION = '9.4';

/** Presses a way to take the text along in the sheet that is open, and reads the file. */
async function take(page: Page, form: 'html' | 'plain'): Promise<{ name: string; content: string }> {
  const button = page.getByRole('dialog').getByRole('button', { name: say(`export.${form}`) });
  await expect(button).not.toHaveAttribute('aria-disabled');
  const [download] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

const open = (page: Page) => page.getByRole('main').getByRole('button', { name: say('export.open') }).press('Enter');
const close = (page: Page) => page.keyboard.press('Escape');
const hashOf = (plain: string): string | undefined => /^SHA-256: ([0-9a-f]{64})$/m.exec(plain)?.[1];

test('[EX1] [EX2] [EX7] [EX8] a section and the whole text are taken along, also without a line; what was not received is said', async ({ page, context }) => {
  await page.addInitScript(() => {
    window.print = () => void window.parent.document.body.setAttribute('data-printed', document.title);
  });
  await signInAs(page, nurbek);
  const text = await openSection(page, SECTION);
  await typeAtEnd(text, ' Taken along.');
  await expect(receipt(page, 'receipt.received')).toBeVisible();

  await open(page);
  const html = await take(page, 'html');
  const plain = await take(page, 'plain');
  expect(html.name).toMatch(/^section-9\.4-\d{4}-\d\d-\d\d\.html$/);
  expect(html.content).not.toMatch(/<script|<link|src=/);
  expect(html.content).toContain('Taken along.');
  expect(plain.content).toMatch(/Taken\s+along\./);
  expect(html.content).toContain(hashOf(plain.content) ?? 'no hash');
  expect(plain.content.split('\n').filter((line) => line.length > 78 && !line.includes('://'))).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: say('export.print') }).press('Enter');
  await expect(page.locator('body[data-printed^="9.4 "]')).toBeAttached();
  await close(page);

  await page.goto('/en/text');
  await open(page);
  const whole = await take(page, 'plain');
  expect(whole.name).toMatch(/^whole-text-/);
  expect(whole.content).toContain(hashOf(plain.content) ?? 'no hash');
  expect(whole.content).toContain('\n1.1 ');
  await close(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await page.getByRole('main').getByRole('link', { name: /^9\.4\b/ }).first().click();
  await expect(textOf(page, SECTION)).toBeVisible();
  await context.setOffline(true);
  await typeAtEnd(textOf(page, SECTION), ' In the tunnel.');
  await expect(receipt(page, 'receipt.offlineUnsent')).toBeVisible();
  await open(page);
  await expect(page.getByRole('dialog')).toContainText('on this device alone');
  const offline = await take(page, 'plain');
  expect(offline.content).toMatch(/In\s+the\s+tunnel\./);
  expect(offline.content).toMatch(/not yet\s+received by the Forum/);
  await close(page);

  await page.getByRole('navigation', { name: say('app.navigation') }).getByRole('link', { name: say('overview.title'), exact: true }).click();
  await open(page);
  await expect(page.getByRole('dialog')).toContainText('kept on this device');
  const kept = await take(page, 'plain');
  expect(kept.content).toMatch(/Taken\s+along\./);
  expect(kept.content).not.toMatch(/In\s+the\s+tunnel\./);
  expect(kept.content).toMatch(/Not in this file: no copy on this device:\n +1\.1 /);
  await context.setOffline(false);
});
