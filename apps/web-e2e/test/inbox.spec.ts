import type { Locator, Page } from '@playwright/test';
import { faultsOf } from '../src/accessibility.js';
import { select } from '../src/comment-vocabulary.js';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { mio, type Person, timur } from '../src/people.js';
import { openSection, signInAs } from '../src/vocabulary.js';

const SECTION = '3.2';
/** What the other one sees without asking. */
const AT_ONCE = { timeout: 3_000 };

const main = (page: Page): Locator => page.getByRole('main');
const inboxLink = (page: Page, unread: number): Locator =>
  page.getByRole('navigation', { name: say('app.navigation') }).getByRole('link', {
    name: unread === 0 ? say('nav.inbox') : `${say('nav.inbox')} ${say('inbox.count', { n: unread })}`,
    exact: true,
  });

/** The inbox of whoever is signed in, with nothing unread. */
async function emptyInbox(page: Page): Promise<void> {
  await page.goto('/en/inbox');
  await expect(page.getByRole('heading', { level: 1, name: say('nav.inbox') })).toBeVisible();
  const readAll = page.getByRole('button', { name: say('inbox.readAll') });
  await expect(main(page).getByRole('listitem').first()).toBeVisible();
  if (await readAll.isVisible()) await readAll.click();
  await expect(readAll).toBeHidden();
  await expect(inboxLink(page, 0)).toBeVisible();
}

/** Comments on words and mentions somebody, by keys. */
async function mention(page: Page, text: Locator, words: string, person: Person, said: string): Promise<void> {
  await select(text, words);
  await page.keyboard.press('Control+Alt+m');
  const field = page.getByRole('textbox', { name: say('thread.comment') });
  await field.pressSequentially(`${said} @${person.name.slice(0, 3)}`);
  await page.getByRole('option', { name: new RegExp(person.name) }).click();
  await field.press('Control+Enter');
  await expect(field).toBeHidden();
}

/** By the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 100; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by the Tab key');
}

const noteOf = (page: Page, said: string): Locator => page.getByRole('article').filter({ hasText: said });
const mentionOf = (page: Page, said: string): Locator => main(page).getByRole('listitem').filter({ hasText: said }).getByRole('link');

test('[IN1] [IN10] [IN12] [IN13] a mention is told at once, opened by keys at its paragraph, and read on every tab', async ({ page, context, anotherPage }) => {
  const author = await anotherPage();
  await signInAs(author, timur);
  const text = await openSection(author, SECTION);
  await signInAs(page, mio);
  await emptyInbox(page);
  const second = await context.newPage();
  await second.goto('/en/home');
  await expect(inboxLink(second, 0)).toBeVisible();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(say('home.titleOf', { centre: 'JPN-HDP' }));
  await page.goto('/en/sessions');
  await expect(inboxLink(page, 0)).toBeVisible();

  await mention(author, text, 'processing technology', mio, 'Which technology is meant?');
  for (const screen of [page, second]) await expect(inboxLink(screen, 1)).toBeVisible(AT_ONCE);
  await expect(page.getByRole('status').filter({ hasText: say('inbox.news', { n: 1 }) })).toHaveCount(1);
  await expect(mentionOf(second, 'Which technology is meant?')).toHaveText(say('notice.mentioned', { name: timur.name, who: 'UZB-CTP' }), AT_ONCE);

  await tabTo(page, inboxLink(page, 1));
  await page.keyboard.press('Enter');
  await expect(main(page).getByRole('listitem').first()).toContainText(say('inbox.unread'));
  await tabTo(page, mentionOf(page, 'Which technology is meant?'));
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/en\/text\/s-\w{10}\?thread=[\w-]+#p-\w+$/);
  const note = noteOf(page, 'Which technology is meant?');
  await expect(note.getByRole('button').first()).toBeFocused();
  await expect(note.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.chosen-words')).toHaveText('processing technology');
  await expect(page.locator('.chosen-words')).toBeInViewport();
  for (const screen of [page, second]) await expect(inboxLink(screen, 0)).toBeVisible(AT_ONCE);
  await expect(mentionOf(second, 'Which technology is meant?')).toHaveCount(0);
});

test('[IN13] on a phone the link opens the sheet at the comment; a thread that is not there is said to be so', async ({ page, anotherPage }) => {
  const author = await anotherPage();
  await signInAs(author, timur);
  const text = await openSection(author, SECTION);
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, mio);
  await mention(author, text, 'construction waste', mio, 'Whose waste?');
  await page.goto('/en/home');
  await mentionOf(page, 'Whose waste?').click();
  const note = page.getByRole('dialog').getByRole('article').filter({ hasText: 'Whose waste?' });
  await expect(note.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.commented-words').filter({ hasText: 'construction waste' })).toBeInViewport();
  const url = new URL(page.url());
  await page.goto(`${url.pathname}?thread=0a0a0a0a-0000-4000-8000-000000000001`);
  await expect(page.getByText(say('thread.missing'))).toBeVisible();
});

test('[IN10] what is answered in a thread that somebody has open does not count', async ({ page, anotherPage }) => {
  const author = await anotherPage();
  await signInAs(author, timur);
  const text = await openSection(author, SECTION);
  await signInAs(page, mio);
  await emptyInbox(page);
  await mention(author, text, 'Pilot plants', mio, 'How many?');
  await mentionOf(page, 'How many?').click();
  await expect(inboxLink(page, 0)).toBeVisible();
  const theirs = noteOf(author, 'How many?');
  await theirs.getByRole('button', { name: say('thread.reply'), exact: true }).click();
  const reply = author.getByRole('textbox', { name: say('thread.reply') });
  await reply.pressSequentially(`Two, or three? @${mio.name.slice(0, 3)}`);
  await author.getByRole('option', { name: new RegExp(mio.name) }).click();
  const isMarked = page.waitForResponse((response) => response.url().endsWith('/inbox/readings'));
  await reply.press('Control+Enter');
  await expect(noteOf(page, 'Two, or three?')).toBeVisible(AT_ONCE);
  await isMarked;
  await expect(inboxLink(page, 0)).toBeVisible();
  await page.goto('/en/inbox');
  const notice = main(page).getByRole('listitem').filter({ hasText: 'Two, or three?' });
  await expect(notice).toBeVisible();
  await expect(notice).not.toContainText(say('inbox.unread'));
});

test('[IN17] [WE3] both are accessible, and shown without a line', async ({ page, context, anotherPage }) => {
  const author = await anotherPage();
  await signInAs(author, timur);
  const text = await openSection(author, SECTION);
  await signInAs(page, mio);
  await mention(author, text, 'inside the region', mio, 'Where?');
  await expect(mentionOf(page, 'Where?')).toBeVisible(AT_ONCE);
  for (const path of ['/en/inbox', '/en/home']) {
    await page.goto(path);
    await expect(mentionOf(page, 'Where?')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  for (const path of ['/en/inbox', '/en/home']) {
    await page.goto(path);
    await expect(mentionOf(page, 'Where?')).toBeVisible();
    await expect(page.getByText(say('app.offlineCopy', { time: '' }).split('.')[0] ?? '').first()).toBeVisible();
  }
  await context.setOffline(false);
});
