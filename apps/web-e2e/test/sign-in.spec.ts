import { DEMO_PASSWORD } from '../src/forum.js';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { timur } from '../src/people.js';
import { fillInSignIn, openSection, signInAs } from '../src/vocabulary.js';

test('[PE4] a wrong password gets a sentence, the right one what waits', async ({ page }) => {
  await page.goto('/en/sign-in');
  await fillInSignIn(page, timur.email, 'not the password');
  await expect(page.getByRole('alert')).toHaveText(say('problem.sign-in-failed'));
  await fillInSignIn(page, timur.email, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/en\/home$/);
});

test('[PE4] whoever follows a link to a section is led there after signing in', async ({ page }) => {
  await signInAs(page, timur);
  await openSection(page, '5.2');
  const address = page.url();
  await page.context().clearCookies();
  await page.goto(address.replace('/en/', '/ru/'));
  await expect(page).toHaveURL(/\/ru\/sign-in\?back=/);
  await fillInSignIn(page, timur.email, DEMO_PASSWORD, 'ru');
  await expect(page).toHaveURL(address.replace('/en/', '/ru/'));
});

test('[PE9] signing out everywhere ends what is open in another browser', async ({ page, anotherPage }) => {
  const other = await anotherPage();
  await signInAs(page, timur);
  await signInAs(other, timur);
  await openSection(other, '5.2');
  await page.getByRole('button', { name: new RegExp(timur.name) }).click();
  await page.getByRole('button', { name: say('login.signOutEverywhere') }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(other).toHaveURL(/sign-in\?back=/);
});
