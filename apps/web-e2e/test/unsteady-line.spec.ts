import type { Page } from '@playwright/test';
import { BadLine } from '../src/bad-line.js';
import { forumUrl } from '../src/forum.js';
import { expect, test as journey } from '../src/journey.js';
import { gulnora, nurbek, rustam, type Person } from '../src/people.js';
import { countOf, openSection, receipt, signInAs, textOf, typeAtEnd } from '../src/vocabulary.js';

const SEED = 20_260_601;
/** From one key to the next. */
const KEY_MS = 50;
/** A line that is cut while it comes back takes its time. */
const PATIENCE = { timeout: 25_000 };

const test = journey.extend<{ line: BadLine }>({
  line: async ({}, use) => {
    const line = await BadLine.to(forumUrl(), SEED);
    await use(line);
    line.stop();
  },
});

/** Signs in; the mandate that is acted under. */
async function enter(page: Page, person: Person): Promise<string> {
  const asked = page.waitForRequest((request) => 'x-forum-mandate' in request.headers());
  await signInAs(page, person);
  return (await asked).headers()['x-forum-mandate'] ?? '';
}

/** A section of its own, in the chapter of 5.2, which two may draft; its path. */
async function newSection(page: Page, mandate: string, drafters: readonly string[]): Promise<string> {
  await openSection(page, '5.2');
  const headers = { 'X-Forum-Request': '1', 'X-Forum-Mandate': mandate };
  const neighbour = new URL(page.url()).pathname.split('/').at(-1);
  const { documentId, parentId } = await (await page.request.get(`/api/v1/sections/${neighbour}`, { headers })).json();
  const title = { en: 'Lines that break', ru: 'Неустойчивая связь', ja: '不安定な回線' };
  const { id } = await (await page.request.post(`/api/v1/documents/${documentId}/sections`, { headers, data: { parentId, title } })).json();
  for (const mandateId of drafters) expect((await page.request.post(`/api/v1/sections/${id}/drafters`, { headers, data: { mandateId } })).status()).toBe(204);
  return `/en/text/${id}`;
}

test('[P2] [P3] [R5] two type over lines that are slow, break and say things twice: everything arrives once, everywhere', async ({ page, anotherPage, line }) => {
  test.setTimeout(90_000); // a line that is slow on purpose, on a machine that may be busy
  const [other, rustamPage] = [await anotherPage(), await anotherPage()];
  const [mandate, ...drafters] = await Promise.all([enter(rustamPage, rustam), enter(page, gulnora), enter(other, nurbek)]);
  const path = await newSection(rustamPage, mandate, drafters);
  // A login holds for every port: only the drafters come by the line.
  await Promise.all([rustamPage.goto(path), page.goto(line.url + path), other.goto(line.url + path)]);
  const [text, otherText, storedText] = [textOf(page, '5.5'), textOf(other, '5.5'), textOf(rustamPage, '5.5')];
  for (const each of [text, otherText]) await expect(each).toHaveAttribute('contenteditable', 'true', PATIENCE);

  const words = (of: string): string[] => Array.from({ length: 6 }, (_, at) => `${of}${at}.`);
  const [own, others] = [words('samarkand'), words('osh')];
  // A line each: whose letters stand where two carets are at one place would be a matter of chance.
  await typeAtEnd(text, 'Osh:');
  await text.press('Enter');
  await expect(otherText.locator('p')).toHaveCount(2, PATIENCE);
  const typeAll = async (into: typeof text, way: string[], all: string[]): Promise<void> => {
    await into.click();
    for (const key of way) await into.press(key);
    for (const word of all) await into.pressSequentially(` ${word}`, { delay: KEY_MS });
  };
  await Promise.all([typeAll(text, ['Control+End'], own), typeAll(otherText, ['Control+Home', 'End'], others)]);
  line.calm();
  for (const each of [page, other]) await expect(receipt(each, 'receipt.received')).toBeVisible(PATIENCE);
  for (const each of [text, otherText, storedText]) {
    for (const word of own.concat(others)) await expect.poll(() => countOf(each, word), { message: word, ...PATIENCE }).toBe(1);
  }
  expect(await text.textContent()).toBe(await otherText.textContent());
  expect(await text.textContent()).toBe(await storedText.textContent());
  for (const [what, times] of Object.entries(line.count)) expect(times, what).toBeGreaterThan(0);
});
