import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { gulnora, nurbek } from '../src/people.js';
import { countOf, openSection, receipt, signInAs, textOf, typeAtEnd } from '../src/vocabulary.js';

const SECTION = '9.4';

/** Every process of the browser that keeps its things in a folder. */
const processesOf = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandOf(name).includes(folder))
    .map(Number);

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

/** In the page: changes that no crash of the browser takes away any more. */
const changesOnDisk = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('expert-forum');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const counting = database.transaction('outbox').objectStore('outbox').count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => {
        database.close();
        resolve(counting.result);
      };
    };
  });

/** A key of the last milliseconds is not there yet. */
const untilOnDisk = (page: Page, words: string): Promise<void> => expect.poll(() => page.evaluate(changesOnDisk)).toBe(words.length);

test('[P2] what is typed without a line survives a reload and arrives once', async ({ page, context, anotherPage }) => {
  const gulnoraPage = await anotherPage();
  await signInAs(page, nurbek);
  await signInAs(gulnoraPage, gulnora);
  const nurbekText = await openSection(page, SECTION);
  const gulnoraText = await openSection(gulnoraPage, SECTION);
  await typeAtEnd(nurbekText, ' Before the tunnel.');
  await expect(gulnoraText).toContainText('Before the tunnel.');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await context.setOffline(true);
  await typeAtEnd(nurbekText, ' Inside the tunnel.');
  await expect(receipt(page, 'receipt.offlineUnsent')).toBeVisible();
  await untilOnDisk(page, ' Inside the tunnel.');
  await page.reload();
  await expect(textOf(page, SECTION)).toContainText('Before the tunnel. Inside the tunnel.');
  await typeAtEnd(textOf(page, SECTION), ' Still inside.');
  await typeAtEnd(gulnoraText, ' Meanwhile outside.');
  await context.setOffline(false);

  for (const text of [textOf(page, SECTION), gulnoraText]) {
    for (const words of ['Before the tunnel.', 'Inside the tunnel.', 'Still inside.', 'Meanwhile outside.']) {
      await expect.poll(() => countOf(text, words)).toBe(1);
    }
  }
  await expect(receipt(page, 'receipt.received')).toBeVisible();
});

test('[P2] what is typed without a line survives a browser that is killed, and arrives once', async ({ baseURL, launchOptions }) => {
  const folder = mkdtempSync(join(tmpdir(), 'forum-browser-'));
  const open = (): Promise<BrowserContext> => chromium.launchPersistentContext(folder, { ...launchOptions, ...(baseURL && { baseURL }) });
  let context = await open();
  try {
    const page = await context.newPage();
    await signInAs(page, nurbek);
    const text = await openSection(page, SECTION);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    const words = ' Before the battery was gone.';
    await typeAtEnd(text, words);
    await expect(receipt(page, 'receipt.offlineUnsent')).toBeVisible();
    await untilOnDisk(page, words);
    const closed = context.waitForEvent('close');
    for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
    await closed;

    context = await open();
    const again = await context.newPage();
    await context.clearCookies(); // the browser may or may not have kept the login by then
    await signInAs(again, nurbek);
    await openSection(again, SECTION);
    await expect.poll(() => countOf(textOf(again, SECTION), 'Before the battery was gone.')).toBe(1);
    await expect(receipt(again, 'receipt.received')).toBeVisible();
  } finally {
    await context.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('[TH20] comments that were read are read again without a line, and say how old they are', async ({ page, context }) => {
  await signInAs(page, nurbek);
  await openSection(page, '5.1');
  const notes = page.getByRole('complementary', { name: say('section.notes') });
  const first = notes.getByRole('article').first();
  const words = await first.innerText();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.reload();
  await expect(textOf(page, '5.1')).toBeVisible();
  await expect(notes.getByText(/^Offline copy, \d+ .+ old$/)).toBeVisible();
  expect(await first.innerText()).toBe(words);
  await first.getByRole('button').first().press('Enter');
  await expect(first.getByRole('button', { name: say('thread.reply') })).toHaveAttribute('aria-disabled', 'true');
  await context.setOffline(false);
  await expect(notes.getByText(/^Offline copy/)).toHaveCount(0);
});
