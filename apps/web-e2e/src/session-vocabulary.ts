import { expect, type Page } from '@playwright/test';
import { say } from './messages.js';
import type { Person } from './people.js';

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** In the sheet that is open. */
export const confirm = (page: Page, name: string): Promise<void> => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** What somebody reads anywhere on the page, in a sentence that may go on. */
export const reads = (page: Page, words: string | RegExp) => expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();

/** That so many centres are present, of those that the forum has by now: another journey adds one. */
export const ofAllCentres = (n: number): RegExp => new RegExp(say('session.present', { n, all: 'ALL' }).replace('ALL', String.raw`\d+`));

/** As a moderator: a section of chapter 9 that is empty, with somebody to write it. @returns its number */
export async function addSection(page: Page, title: string, drafter: Person): Promise<string> {
  await page.goto('/en/text');
  const chapter = await page.getByRole('heading', { level: 2, name: /^9\b/ }).innerText();
  await press(page, say('outline.edit'));
  await press(page, say('outline.addSectionTo', { title: chapter.replace(/\s+/g, ' ').trim() }));
  await page.getByRole('dialog').getByLabel(say('outline.titleIn', { language: 'English' })).fill(title);
  await confirm(page, say('app.save'));
  const link = page.getByRole('main').getByRole('link', { name: new RegExp(title) });
  const number = /9\.\d+/.exec(await link.innerText())?.[0] ?? '';
  await link.click();
  await press(page, say('drafters.manage'));
  await page.getByRole('dialog').getByLabel(say('drafters.choose')).first().selectOption({ label: `${drafter.name} · ${say(`role.${drafter.role}`)}` });
  await confirm(page, say('drafters.name'));
  await expect(page.getByRole('button', { name: say('drafters.remove', { name: drafter.name }) })).toBeVisible();
  return number;
}

/** As a moderator: plans a session with one item about one section, opens it and enters its room. */
export async function openSession(page: Page, title: string, section: string): Promise<void> {
  await page.goto('/en/sessions');
  await press(page, say('session.plan'));
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(say('outline.titleIn', { language: 'English' })).fill(title);
  await sheet.getByLabel(say('session.plan.from')).fill('2040-03-01T14:00');
  await sheet.getByLabel(say('session.plan.to')).fill('2040-03-01T17:00');
  await confirm(page, say('app.save'));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await press(page, say('agenda.prepare'));
  await press(page, say('agenda.item.add'));
  await sheet.getByLabel(say('outline.titleIn', { language: 'English' })).fill(`Reading of ${section}`);
  await sheet.getByText(/^9\b/).first().click();
  await sheet.getByRole('checkbox', { name: new RegExp(`^${section.replace('.', '\\.')}\\b`) }).check();
  await confirm(page, say('agenda.item.take'));
  await press(page, say('agenda.save'));
  await press(page, say('session.act.open'));
  await confirm(page, say('session.act.open'));
  await expect(page).toHaveURL(/\/room$/);
}

/** Enters the room of a session from the list. */
export async function enterRoom(page: Page, title: string): Promise<void> {
  await page.goto('/en/sessions');
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: say('session.enter') }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
