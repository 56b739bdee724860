import type { Browser } from '@playwright/test';
import { forumUrl } from '../src/forum.js';
import { expect, test } from '../src/journey.js';
import { timur } from '../src/people.js';
import { openSection, signInAs } from '../src/vocabulary.js';
import { DISCUSSED, PLAIN, prepare, THREADS } from './prepare.js';

/** A slow phone beside a desktop computer. */
const SLOWDOWN = 4;
const KEYS = 100;
/** Typed before those that count: the page has only just been opened. */
const FIRST_KEYS = 50;
/** The first run of each is not counted: the server and the disk warm up. */
const RUNS = 5;
/** How much slower a section with threads may be. */
const MOST = 1.25;

interface Figures {
  /** From the start of the navigation until the text may be typed in. */
  readonly opened: number;
  /** From each key to the frame that shows it, once all notes are drawn and the page rests. */
  readonly keys: readonly number[];
}

declare global {
  interface Window {
    keyTimes: number[];
    textAt: number;
  }
}

test(`a section with ${THREADS} threads opens and types as fluently as one without`, async ({ browser }) => {
  test.setTimeout(15 * 60_000);
  await prepare();
  const figures = new Map<string, Figures[]>([[PLAIN, []], [DISCUSSED, []]]);
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [section, runs] of figures) {
      const measured = await measure(browser, section);
      if (run > 0) runs.push(measured);
    }
  }
  const [plain, discussed] = [summary(figures.get(PLAIN) ?? []), summary(figures.get(DISCUSSED) ?? [])];
  const ratio = { opened: discussed.opened / plain.opened, key: discussed.key / plain.key };
  console.log(`Chromium at ${SLOWDOWN}x slowdown, ${RUNS} runs in turn, ${KEYS} keys a run; medians in ms`);
  for (const [section, runs] of figures) console.log(`${section} opened in ${runs.map(({ opened }) => Math.round(opened)).join(', ')} ms`);
  console.table({ 'without threads': plain, [`with ${THREADS}`]: discussed, ratio });
  expect(ratio.opened, 'opening').toBeLessThanOrEqual(MOST);
  expect(ratio.key, 'a key').toBeLessThanOrEqual(MOST);
});

async function measure(browser: Browser, number: string): Promise<Figures> {
  const context = await browser.newContext({ baseURL: forumUrl(), viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await signInAs(page, timur);
    const text = await openSection(page, number);
    await expect(page.getByRole('textbox', { name: /Text of section/ })).toBeVisible();
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (document.querySelector('[role=textbox][contenteditable=true]') === null) return;
        window.textAt = performance.now();
        look.disconnect();
      });
      look.observe(document, { childList: true, subtree: true, attributes: true });
    });
    await page.reload();
    await expect(text).toHaveRole('textbox');
    if (number === DISCUSSED) await expect(page.locator('[data-note][data-placed]').nth(THREADS - 1)).toBeAttached();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const opened = await page.evaluate(() => window.textAt);
    await text.locator('p').nth(20).click();
    await page.evaluate(() => {
      window.keyTimes = [];
      addEventListener('keydown', () => {
        const pressed = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.keyTimes.push(performance.now() - pressed);
          port2.postMessage(null);
        });
      }, true);
    });
    for (let key = 0; key < FIRST_KEYS + KEYS; key += 1) await page.keyboard.press('a');
    await expect.poll(() => page.evaluate(() => window.keyTimes.length)).toBe(FIRST_KEYS + KEYS);
    return { opened, keys: (await page.evaluate(() => window.keyTimes)).slice(FIRST_KEYS) };
  } finally {
    await context.close();
  }
}

function summary(runs: readonly Figures[]): { opened: number; key: number; keyP95: number } {
  const keys = runs.flatMap((run) => run.keys);
  return { opened: at(runs.map(({ opened }) => opened), 0.5), key: at(keys, 0.5), keyP95: at(keys, 0.95) };
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN) * 10) / 10;
}
