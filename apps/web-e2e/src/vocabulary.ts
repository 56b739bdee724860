import { expect, type Locator, type Page } from '@playwright/test';
import { say, type Language } from './messages.js';
import type { Person } from './people.js';

/** Signs in by the one click of the demonstration forum and waits for the first screen behind it. */
export async function signInAs(page: Page, person: Person, language: Language = 'en'): Promise<void> {
  await page.goto(`/${language}/sign-in`);
  const label = say('demo.signInAs', { name: person.name, role: say(`role.${person.role}`, {}, language) }, language);
  await page.getByRole('button', { name: label }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** On the page to sign in, wherever it leads afterwards. */
export async function fillInSignIn(page: Page, email: string, password: string, language: Language = 'en'): Promise<void> {
  await page.getByLabel(say('signIn.email', {}, language)).fill(email);
  await page.getByLabel(say('signIn.password', {}, language), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signIn.submit', {}, language), exact: true }).click();
}

/** Opens a section by its number in the overview and gives its text once it may be read. */
export async function openSection(page: Page, number: string): Promise<Locator> {
  await page.goto('/en/text');
  await page.getByRole('main').getByRole('link', { name: new RegExp(`^${number.replace('.', '\\.')}\\b`) }).first().click();
  const text = textOf(page, number);
  await expect(text).toBeVisible();
  return text;
}

/** The text of a section, whoever may type in it. */
export function textOf(page: Page, number: string): Locator {
  return page.getByLabel(say('section.text', { number }), { exact: true });
}

/** Types at the end of the text as a person does, key by key. */
export async function typeAtEnd(text: Locator, words: string): Promise<void> {
  await text.click();
  await text.press('Control+End');
  await text.pressSequentially(words);
}

/** The status line of truth. Messages with a time are known by the words before it. */
export function receipt(page: Page, key: `receipt.${string}`, values: Record<string, string | number> = {}): Locator {
  const [before = ''] = say(key, { time: '|', phase: '', n: 1, ...values }).split('|');
  return page.getByText(new RegExp(`^${before.trim()}`)).first();
}

/** How many times the words stand in the text. */
export async function countOf(text: Locator, words: string): Promise<number> {
  return ((await text.textContent()) ?? '').split(words).length - 1;
}
