import { faultsOf } from '../src/accessibility.js';
import { keepAs, openHistory, scrubTo } from '../src/history-vocabulary.js';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { gulnora, kamola, nurbek, rustam } from '../src/people.js';
import { openSection, receipt, signInAs, typeAtEnd } from '../src/vocabulary.js';

const SECTION = '9.4';

test('[HI4] [HI5] [HI7] [HI9] [WE4] two write; a moderator compares, sees who wrote what, and brings a kept text back on every screen', async ({ page, anotherPage }) => {
  const [nurbekPage, rustamPage] = [await anotherPage(), await anotherPage()];
  await signInAs(page, gulnora);
  await signInAs(nurbekPage, nurbek);
  await signInAs(rustamPage, rustam);
  const [text, otherText] = [await openSection(page, SECTION), await openSection(nurbekPage, SECTION)];
  await openSection(rustamPage, SECTION);
  await openHistory(rustamPage);
  await keepAs(rustamPage, 'Before the journey');
  await expect(rustamPage.getByRole('status').filter({ hasText: say('history.name.done', { name: 'Before the journey' }) })).toBeVisible();
  await expect(rustamPage.getByRole('button', { name: say('history.name.open') })).toBeFocused();

  await typeAtEnd(text, ' Guilds shall teach.');
  await expect(otherText).toContainText('Guilds shall teach.');
  await typeAtEnd(otherText, ' Yurts shall travel.');
  await expect(text).toContainText('Yurts shall travel.');
  await expect(receipt(nurbekPage, 'receipt.received')).toBeVisible();

  await rustamPage.reload();
  await expect(rustamPage.getByRole('slider')).toHaveAttribute('aria-valuetext', say('history.now'));
  const comparison = rustamPage.getByRole('region', { name: say('history.comparison') });
  await expect(comparison.locator('ins')).toHaveText([' Guilds shall teach. Yurts shall travel.']);
  await expect(comparison.getByText(say('history.mark.changed'), { exact: true })).toBeVisible();
  expect(await faultsOf(rustamPage)).toEqual([]);

  await rustamPage.getByRole('link', { name: say('history.writers') }).click();
  const written = rustamPage.getByRole('group', { name: say('history.writers.text') });
  const said = rustamPage.getByRole('main').getByRole('status').filter({ hasText: ' · ' });
  await written.locator('[data-run]').filter({ hasText: 'Guilds shall teach.' }).hover();
  await expect(said).toContainText(gulnora.name);
  await written.locator('[data-run]').filter({ hasText: 'Yurts shall travel.' }).focus();
  await expect(said).toContainText(nurbek.name);
  await rustamPage.keyboard.press('ArrowLeft');
  await expect(said).toContainText(gulnora.name);
  expect(await faultsOf(rustamPage)).toEqual([]);

  await rustamPage.getByRole('link', { name: say('history.compare') }).click();
  await scrubTo(rustamPage, 'Before the journey');
  await rustamPage.getByRole('button', { name: say('history.restore.open') }).click();
  await rustamPage.getByRole('button', { name: say('history.restore.act'), exact: true }).click();
  for (const each of [text, otherText]) await expect(each).not.toContainText('shall travel');
  await expect(otherText).toContainText('Museums');
  await typeAtEnd(text, ' On.');
  await expect(otherText).toContainText('On.');
  await expect(rustamPage.getByRole('slider')).toHaveAttribute('aria-valuetext', say('history.now'));
  await expect(rustamPage.getByRole('status').filter({ hasText: say('history.restore.done', { name: 'Before the journey' }) })).toBeFocused();
});

test('[HI2] who may not read the history compares what was kept, finds no door to more, and is refused by the server', async ({ page }) => {
  await signInAs(page, kamola);
  await openSection(page, SECTION);
  const sectionId = new URL(page.url()).pathname.split('/').at(-1);
  const asked = page.waitForRequest((request) => request.url().includes('/revisions'));
  await openHistory(page);
  const mandate = (await asked).headers()['x-forum-mandate'] ?? '';
  await expect(page.getByRole('link', { name: say('history.writers') })).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('history.restore.open') })).toHaveCount(0);
  const refused = await page.request.get(`/api/v1/sections/${sectionId}/authorship`, { headers: { 'X-Forum-Mandate': mandate } });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, 'not-allowed']);
  await page.goto(`/en/text/${sectionId}/history?view=writers`);
  await expect(page.getByText(say('history.notAllowed'))).toBeVisible();
});

test('[HI13] [HI14] [WE4] most of a text is deleted; another drafter hears of it at once, by whom, and brings it back with one click', async ({ page, anotherPage }) => {
  const nurbekPage = await anotherPage();
  await signInAs(page, gulnora);
  await signInAs(nurbekPage, nurbek);
  const [text, otherText] = [await openSection(page, SECTION), await openSection(nurbekPage, SECTION)];
  await typeAtEnd(text, ` ${'Every guild teaches a craft. '.repeat(20)}`);
  await expect(receipt(page, 'receipt.received')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(otherText).not.toContainText('Museums');

  const notice = nurbekPage.getByRole('status').filter({ hasText: gulnora.name }).filter({ has: nurbekPage.getByRole('button', { name: say('history.deletion.act') }) });
  await expect(notice).toBeVisible();
  expect(await faultsOf(nurbekPage)).toEqual([]);
  await notice.getByRole('button', { name: say('history.deletion.act') }).click();
  for (const each of [text, otherText]) await expect(each).toContainText('Museums');
  await expect(notice).toHaveCount(0);
  await expect(nurbekPage.locator(':focus')).toHaveText(say('history.deletion.done'));
});
