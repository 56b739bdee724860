import { DEMO_PASSWORD } from '../src/forum.js';
import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { sevara, timur } from '../src/people.js';
import { signInAs, signInByPassword } from '../src/vocabulary.js';

test('[PE1] a wrong password gets a sentence, the right one the text', async ({ page }) => {
  await signInByPassword(page, timur.email, 'not the password');
  await expect(page.getByRole('alert')).toHaveText(say('problem.sign-in-failed'));
  await signInByPassword(page, timur.email, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/en\/text$/);
  await expect(page.getByText(timur.name).first()).toBeAttached();
});

test('[PE4] the secretariat invites by a link, and the new member signs in by it', async ({ page, anotherPage }) => {
  await signInAs(page, sevara);
  await page.getByRole('link', { name: say('nav.people') }).first().click();
  await page.getByRole('button', { name: say('people.invite'), exact: true }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel(say('people.invite.email')).fill('laylo@chirchik.example');
  await form.getByLabel(say('people.invite.role')).selectOption({ label: say('role.expert') });
  await form.getByLabel(say('people.invite.centre')).selectOption({ index: 1 });
  await form.getByRole('button', { name: say('people.invite.make') }).click();
  const link = await page.getByLabel(say('people.link.address')).inputValue();

  const guestPage = await anotherPage();
  await guestPage.goto(link);
  await guestPage.getByLabel(say('link.name')).fill('Laylo A.');
  await guestPage.getByLabel(say('link.password')).fill('several unrelated words');
  await guestPage.getByRole('button', { name: say('link.accept') }).click();
  await expect(guestPage).toHaveURL(/\/text$/);

  await guestPage.goto(link);
  await expect(guestPage.getByRole('heading', { name: say('link.dead.title') })).toBeVisible();
});
