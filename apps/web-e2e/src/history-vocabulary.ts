import { expect, type Page } from '@playwright/test';
import { say } from './messages.js';

/** From the section to its history, by the door at its head. */
export async function openHistory(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('history.title'), exact: true }).click();
  await expect(page.getByRole('slider', { name: say('history.shown') }).or(page.getByText(say('history.empty')))).toBeVisible();
}

/** Keeps the text under a name, on the page of its history. */
export async function keepAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: say('history.name.open') }).click();
  await page.getByRole('textbox', { name: say('history.name.field') }).fill(name);
  await page.getByRole('button', { name: say('history.name.act'), exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Goes along the timeline by keys until the slider says this. */
export async function scrubTo(page: Page, said: string): Promise<void> {
  const slider = page.getByRole('slider');
  await slider.focus();
  await slider.press('End');
  for (let left = Number(await slider.getAttribute('max')); left > 0; left -= 1) {
    if ((await slider.getAttribute('aria-valuetext'))?.startsWith(said)) return;
    await slider.press('ArrowLeft');
  }
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^${said}`));
}
