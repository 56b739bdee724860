import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { gulnora, rustam, timur } from '../src/people.js';
import { openSection, signInAs } from '../src/vocabulary.js';

test('[OU3] [OU17] a section that is added, renamed, moved and removed is so on every screen', async ({ page, anotherPage }) => {
  const timurPage = await anotherPage();
  await signInAs(page, rustam);
  await signInAs(timurPage, timur);
  for (const each of [page, timurPage]) await each.goto('/en/text');
  const chapter = await page.getByRole('heading', { level: 2, name: /^10\b/ }).innerText();
  const title = chapter.replace(/\s+/g, ' ').trim();
  await page.getByRole('button', { name: say('outline.edit') }).click();
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const confirm = (name: string): Promise<void> => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const inEnglish = page.getByRole('dialog').getByLabel(say('outline.titleIn', { language: 'English' }));
  const seen = (name: RegExp) => timurPage.getByRole('main').getByRole('link', { name });

  await press(say('outline.addSectionTo', { title }));
  await inEnglish.fill('Open standards');
  await confirm(say('app.save'));
  const added = seen(/Open standards/);
  await expect(added).toBeVisible();
  const number = ((await added.innerText()).match(/^10\.\d+/) ?? ['10.'])[0];

  await press(say('outline.renameOf', { title: `${number} Open standards` }));
  await inEnglish.fill('Open standards and data');
  await confirm(say('app.save'));
  await expect(seen(/Open standards and data/)).toBeVisible();

  await press(say('outline.moveOf', { title: `${number} Open standards and data` }));
  await page.getByRole('dialog').getByLabel(say('outline.place')).selectOption({ label: say('outline.first') });
  await confirm(say('outline.move'));
  await expect(seen(/^1\.1\b\s*Open standards and data/)).toBeVisible();

  await press(say('outline.removeOf', { title: '1.1 Open standards and data' }));
  await confirm(say('outline.remove'));
  await expect(seen(/Open standards/)).toHaveCount(0);
});

test('[OU18] [OU19] the outline says by centre who is in a section, as they come and go', async ({ page, anotherPage }) => {
  const gulnoraPage = await anotherPage();
  await signInAs(page, timur);
  await signInAs(gulnoraPage, gulnora);
  await page.goto('/en/text');
  const here = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name: /^8\.2\b/ }) }).last().getByText(say('presence.list', { who: 'UZB-SES' }));
  await expect(here).toHaveCount(0);
  await openSection(gulnoraPage, '8.2');
  await expect(here).toBeAttached();
  await gulnoraPage.goto('/en/sessions');
  await expect(here).toHaveCount(0);
});
