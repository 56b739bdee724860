import { expect, test } from '../src/journey.js';
import { say } from '../src/messages.js';
import { kamola, mio, rustam, timur } from '../src/people.js';
import { openSection, receipt, signInAs, typeAtEnd } from '../src/vocabulary.js';

/** Milliseconds until a change of rights has reached every screen. */
const AT_ONCE = { timeout: 1_000 };

test('[R14] a freeze stops typing on every screen within a second; what came too late is in the tray', async ({ page, context, anotherPage }) => {
  const [mioPage, rustamPage] = [await anotherPage(), await anotherPage()];
  await signInAs(page, timur);
  await signInAs(mioPage, mio);
  await signInAs(rustamPage, rustam);
  const timurText = await openSection(page, '5.4');
  const mioText = await openSection(mioPage, '5.2');
  await openSection(rustamPage, '5.4');
  await expect(mioText).toBeEditable();

  await typeAtEnd(timurText, ' In time.');
  await expect(receipt(page, 'receipt.received')).toBeVisible();
  await context.setOffline(true);
  await typeAtEnd(timurText, ' Too late.');
  await rustamPage.getByRole('button', { name: say('section.freeze'), exact: true }).click();
  await rustamPage.getByRole('dialog').getByRole('button', { name: say('section.freeze'), exact: true }).click();
  await expect(receipt(rustamPage, 'receipt.frozen')).toBeVisible();
  await context.setOffline(false);

  await expect(timurText).not.toBeEditable();
  await expect(timurText).toContainText('In time.');
  await expect(timurText).not.toContainText('Too late.');
  await page.getByRole('button', { name: say('tray.open', { n: 1 }) }).click();
  await expect(page.getByRole('dialog')).toContainText('Too late.');
  await expect(mioText).toBeEditable();
});

test('[R14] a drafter who is removed in mid-typing reads on, and nothing of what was typed is lost', async ({ page, anotherPage }) => {
  const [mioPage, rustamPage] = [await anotherPage(), await anotherPage()];
  await signInAs(page, kamola);
  await signInAs(mioPage, mio);
  await signInAs(rustamPage, rustam);
  const kamolaText = await openSection(page, '5.2');
  const mioText = await openSection(mioPage, '5.2');
  await openSection(rustamPage, '5.2');
  const before = (await kamolaText.textContent()) ?? '';
  await rustamPage.getByRole('button', { name: say('drafters.manage') }).click();

  const removal = rustamPage.getByRole('button', { name: say('drafters.remove', { name: kamola.name }) });
  const typing = typeAtEnd(kamolaText, 'x'.repeat(200));
  await expect(mioText).toContainText('xxxxx');
  await removal.click();
  await expect(removal).toBeHidden();
  await expect(kamolaText).not.toBeEditable(AT_ONCE);
  await typing;

  const accepted = (await mioText.textContent()) ?? '';
  await expect(kamolaText).toHaveText(accepted);
  expect(accepted.length).toBeGreaterThan(before.length);
});
