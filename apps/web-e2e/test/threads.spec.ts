import type { Locator, Page } from '@playwright/test';
import { faultsOf } from '../src/accessibility.js';
import { comment, select } from '../src/comment-vocabulary.js';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { gulnora, nurbek, sevara } from '../src/people.js';
import { openSection, signInAs } from '../src/vocabulary.js';

const SECTION = '9.4';
const AGREED = '1.2';
/** What the other one sees without asking. */
const AT_ONCE = { timeout: 2_000 };

const noteOf = (page: Page, said: string): Locator => page.getByRole('article').filter({ hasText: said });
const press = (place: Locator, key: string): Promise<void> => place.getByRole('button', { name: say(key), exact: true }).click();
const marks = (text: Locator): Locator => text.locator('.commented-words');

async function twoInSection(page: Page, another: Page) {
  await signInAs(page, gulnora);
  await signInAs(another, nurbek);
  return [await openSection(page, SECTION), await openSection(another, SECTION)] as const;
}

test('[TH4] [TH8] [TH18] a comment is seen at once, answered with a mention, resolved and reopened', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  const [text, otherText] = await twoInSection(page, other);
  await comment(page, text, 'Museums', 'Which heritage is meant?');
  await expect(noteOf(other, 'Which heritage is meant?')).toBeVisible(AT_ONCE);
  await expect(marks(otherText).filter({ hasText: 'Museums' })).toBeVisible();

  await noteOf(other, 'Which heritage is meant?').getByRole('button').click();
  await press(noteOf(other, 'Which heritage is meant?'), 'thread.reply');
  const reply = other.getByRole('textbox', { name: say('thread.reply') });
  await reply.pressSequentially('Ask @Gul');
  await other.getByRole('option', { name: new RegExp(gulnora.name) }).click();
  await expect(reply).toHaveValue(`Ask @${gulnora.name} `);
  await reply.press('Control+Enter');
  const note = noteOf(page, 'Which heritage is meant?');
  await expect(note).toContainText(`Ask @${gulnora.name}`, AT_ONCE);
  await expect(noteOf(other, 'Which heritage is meant?').getByRole('button', { name: say('thread.resolve') })).toHaveAttribute('aria-disabled', 'true');

  await press(note, 'thread.resolve');
  await note.getByText(say('disposition.noted')).click();
  await note.getByLabel(say('thread.reason')).fill('Both are.');
  await press(note, 'thread.resolve');
  await expect(noteOf(other, 'Which heritage is meant?')).toContainText('Both are.', AT_ONCE);
  await press(noteOf(other, 'Which heritage is meant?'), 'thread.reopen');
  await expect(note.getByRole('button', { name: say('thread.resolve') })).toBeVisible(AT_ONCE);
});

test('[TH7] the author rewords a comment and takes it back; the former wording is the author’s to read', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  const [text] = await twoInSection(page, other);
  await comment(page, text, 'archives', 'A hasty word.');
  const note = page.locator('[data-note][data-chosen]');
  await press(note, 'thread.edit');
  await page.getByRole('textbox', { name: say('thread.edit') }).fill('A considered word.');
  await press(note, 'app.save');
  await expect(noteOf(other, 'A considered word.')).toBeVisible(AT_ONCE);
  await note.getByText(say('thread.edited'), { exact: true }).click();
  await expect(note).toContainText('A hasty word.');
  await noteOf(other, 'A considered word.').getByRole('button').click();
  await expect(noteOf(other, 'A considered word.')).toContainText(say('thread.edited'));
  await expect(other.getByText('A hasty word.')).toHaveCount(0);
  await press(note, 'thread.remove');
  await expect(other.getByText('A considered word.')).toHaveCount(0, AT_ONCE);
});

test('[TH12] [TH13] [TH14] a note stays with its words while a colleague rewrites around them, and without them is detached', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  const [text, otherText] = await twoInSection(page, other);
  await otherText.press('Control+End');
  await otherText.pressSequentially(' Caravans met at wells of old.');
  await expect(text).toContainText('wells of old.');
  await comment(page, text, 'wells of old', 'Are they kept?');
  const mark = marks(otherText).filter({ hasText: 'wells' });
  await expect(mark).toHaveText('wells of old', AT_ONCE);
  await select(otherText, 'Caravans met at ');
  await otherText.press('Delete');
  await otherText.pressSequentially('Many ');
  await expect(text).toContainText('Many wells of old.');
  await expect(marks(text).filter({ hasText: 'wells' })).toHaveText('wells of old');

  await select(otherText, 'wells of old');
  await otherText.press('Delete');
  const tray = page.getByText(new RegExp(`^${say('thread.detached', { n: 1 })}$`));
  await expect(tray).toBeVisible();
  const note = noteOf(page, 'Are they kept?');
  await expect(note.getByText('wells of old')).toBeVisible();
  await select(text, 'Many');
  await press(note, 'thread.attach');
  await expect(marks(text).filter({ hasText: 'Many' })).toBeVisible();
  await expect(tray).toBeHidden();
});

test('[TH1] [TH2] what a centre says among itself is on no other screen; who may not comment reads what rule says so', async ({ page, anotherPage }) => {
  const [other, reader] = [await anotherPage(), await anotherPage()];
  const [text] = await twoInSection(page, other);
  await signInAs(reader, sevara);
  await openSection(reader, SECTION);
  await comment(page, text, 'craft schools', 'Between us: agree to it.', 'centre');
  await expect(noteOf(page, 'Between us')).toContainText(say('thread.centreOnly'));
  await comment(page, text, 'conservation', 'Said to everybody.');
  for (const screen of [other, reader]) {
    await expect(noteOf(screen, 'Said to everybody.')).toBeVisible(AT_ONCE);
    await expect(screen.getByText('Between us')).toHaveCount(0);
  }
  await noteOf(reader, 'Said to everybody.').getByRole('button').click();
  await expect(noteOf(reader, 'Said to everybody.').getByRole('button', { name: say('thread.reply') })).toHaveAttribute('aria-disabled', 'true');
});

test('[TH2] [TH15] an agreed section, in which nobody types, is commented on all the same', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  await signInAs(page, gulnora);
  await signInAs(other, nurbek);
  const [text, otherText] = [await openSection(page, AGREED), await openSection(other, AGREED)];
  await expect(text).toHaveRole('article');
  await comment(page, text, 'mutual benefit', 'Mutual in which sense?');
  await expect(marks(otherText).filter({ hasText: 'mutual benefit' })).toBeVisible(AT_ONCE);
  await expect(noteOf(other, 'Mutual in which sense?')).toBeVisible(AT_ONCE);
});

test('[WE3] [WE4] notes are reached by keys, and axe finds nothing in the margin or the sheet', async ({ page }) => {
  await signInAs(page, gulnora);
  const text = await openSection(page, '2.3');
  await text.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  const note = page.locator('[data-note][data-chosen]');
  await expect(note).toBeVisible();
  await expect(page.locator('.chosen-words').first()).toHaveAttribute('aria-details', (await note.getAttribute('id')) ?? '');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.commented-words').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(note).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});
