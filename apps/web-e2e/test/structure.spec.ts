import type { Page, WebSocketRoute } from '@playwright/test';
import { faultsOf } from '../src/accessibility.js';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { gulnora, mio, nurbek, timur } from '../src/people.js';
import { openSection, receipt, signInAs, typeAtEnd } from '../src/vocabulary.js';

/** Nobody else puts a table into it: its schema only grows. */
const OLD_SECTION = '9.4';
const AT_ONCE = { timeout: 3_000 };

const press = (page: Page, key: string): Promise<void> => page.getByRole('button', { name: say(key), exact: true }).first().click();
const received = (page: Page) => expect(receipt(page, 'receipt.received')).toBeVisible();

test('[TB1] [TB2] [TB3] [TB5] two people fill a table together, by keys, and it is whole on both screens', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  await signInAs(page, timur);
  await signInAs(other, mio);
  const [text, otherText] = [await openSection(page, '5.2'), await openSection(other, '5.2')];
  await typeAtEnd(text, ' Table:');
  await press(page, 'toolbar.table');
  for (const words of ['Step', 'Who', 'By']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Name a coordinator');
  const table = otherText.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Step', 'Who', 'By'], AT_ONCE);
  await expect(table.getByRole('row')).toHaveCount(3);

  await table.getByRole('cell').last().click();
  await press(other, 'table.rowAfter');
  await press(page, 'table.columnAfter');
  await other.keyboard.type('Last');
  await Promise.all([received(page), received(other)]);
  for (const each of [text, otherText]) {
    await expect(each.getByRole('table').getByRole('row')).toHaveCount(4);
    for (const row of await each.getByRole('table').getByRole('row').all()) await expect(row.locator('th, td')).toHaveCount(4);
  }
  await text.getByRole('columnheader').nth(1).click();
  await page.keyboard.type('Notes');
  expect(await faultsOf(page)).toEqual([]);
  await table.getByRole('cell').first().click();
  await press(other, 'table.removeTable');
  await expect(text.getByRole('table')).toHaveCount(0);
});

test('[FN1] [FN2] [FN4] [RF1] footnotes and references keep their numbers while a colleague writes above them', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  await signInAs(page, timur);
  await signInAs(other, mio);
  const [text, otherText] = [await openSection(page, '5.2'), await openSection(other, '5.2')];
  await typeAtEnd(text, ' As agreed');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('At the first meeting.');
  await page.keyboard.press('Enter');
  await page.keyboard.type(', see ');
  await press(page, 'toolbar.reference');
  const paragraphs = page.getByRole('list', { name: say('reference.paragraph') }).getByRole('button');
  const last = await paragraphs.count();
  await paragraphs.last().click();
  await page.keyboard.type(' below.');
  const [reference, otherReference] = [text, otherText].map((each) => each.locator('[data-refers]'));
  if (reference === undefined || otherReference === undefined) throw new Error('two people look at it');
  await expect(reference).toHaveText(`5.2.${last}`);
  await expect(text.locator('sup')).toHaveText(['1']);
  await expect(text.getByText('At the first meeting.')).toHaveAttribute('data-number', '1');
  await expect(otherReference).toHaveText(`5.2.${last}`, AT_ONCE);

  await otherText.click();
  await other.keyboard.press('Control+Home');
  await other.keyboard.press('Enter');
  await other.keyboard.press('ArrowUp');
  await other.keyboard.type('A new beginning');
  await other.keyboard.press('Control+Alt+f');
  await other.keyboard.type('Noted first.');
  await expect(text.locator('sup')).toHaveText(['1', '2'], AT_ONCE);
  for (const each of [reference, otherReference]) await expect(each).toHaveText(`5.2.${last + 1}`, AT_ONCE);

  await text.locator('sup a').last().click();
  await expect(text.getByText('At the first meeting.')).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await expect(text.getByText('At the first meeting.')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(text.getByText('At the first meeting.')).toBeVisible();
});

/** Makes a page speak as the program of the first schema did, until it is told otherwise; and cuts its line. */
async function asOldProgram(page: Page): Promise<{ renew(): void; cut(): void; mend(): void }> {
  const state = { isOld: true, isCut: false };
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (state.isCut) return void socket.close();
    open.add(socket);
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(state.isOld && typeof message === 'string' ? message.replaceAll('"schema":2', '"schema":1') : message));
  });
  return {
    renew: () => (state.isOld = false),
    cut: () => {
      state.isCut = true;
      open.forEach((socket) => void socket.close());
    },
    mend: () => (state.isCut = false),
  };
}

test('[R11] [P2] a program that is too old for a table is told to load again, and loses nothing it had not sent', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  const line = await asOldProgram(other);
  await signInAs(page, gulnora);
  await signInAs(other, nurbek);
  const [text, otherText] = [await openSection(page, OLD_SECTION), await openSection(other, OLD_SECTION)];
  for (const each of [text, otherText]) await expect(each).toHaveRole('textbox');
  await typeAtEnd(otherText, ' Both can read this.');
  await expect(text).toContainText('Both can read this.');
  line.cut();
  await typeAtEnd(otherText, ' Kept on the device.');
  await expect(receipt(other, 'receipt.offlineUnsent')).toBeVisible();
  await text.click();
  await press(page, 'toolbar.table');
  await received(page);
  line.mend();
  await expect(other.getByText(say('problem.schema-too-old')).first()).toBeVisible({ timeout: 20_000 });
  await expect(otherText.getByRole('table')).toHaveCount(0);
  await expect(text).not.toContainText('Kept on the device.');

  line.renew();
  await other.reload();
  await expect(otherText.getByRole('table')).toBeVisible();
  await expect(otherText).toContainText('Kept on the device.');
  await expect(text).toContainText('Kept on the device.');
});
