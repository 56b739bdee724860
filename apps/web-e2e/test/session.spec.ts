import { faultsOf } from '../src/accessibility.js';
import { expect, test } from '../src/journey.js';
import { LANGUAGES, say } from '../src/messages.js';
import { emi, kamola, mio, rustam } from '../src/people.js';
import { addSection, confirm, enterRoom, ofAllCentres, openSession, reads } from '../src/session-vocabulary.js';
import { openSection, receipt, signInAs, textOf, typeAtEnd } from '../src/vocabulary.js';

/** A call runs for ten seconds; the rest is the way. */
const AFTER_A_CALL = { timeout: 15_000 };

test('[SE5] [SE7] [SE10] [SE11] an objection stops a call on every screen; a second one passes, the text is sealed, frozen and later reopened', async ({
  page,
  anotherPage,
}) => {
  test.setTimeout(150_000);
  const [mioPage, kamolaPage, kamolaDesk] = [await anotherPage(), await anotherPage(), await anotherPage()];
  await signInAs(page, rustam);
  await signInAs(mioPage, mio);
  await signInAs(kamolaPage, kamola);
  await signInAs(kamolaDesk, kamola);
  const number = await addSection(page, 'Mutual recognition', kamola);
  const written = await openSection(kamolaDesk, number);
  await typeAtEnd(written, 'Diplomas are recognised.');
  await expect(receipt(kamolaDesk, 'receipt.received')).toBeVisible();

  await openSession(page, 'Reading of chapter 9', number);
  const screens = [page, mioPage, kamolaPage];
  await enterRoom(mioPage, 'Reading of chapter 9');
  await enterRoom(kamolaPage, 'Reading of chapter 9');
  await page.getByRole('button', { name: say('agenda.activateItem', { title: `Reading of ${number}` }) }).click();
  for (const screen of screens) {
    await expect(textOf(screen, number)).toHaveText(/Diplomas are recognised\./);
    await reads(screen, ofAllCentres(2));
  }

  await mioPage.getByRole('button', { name: say('floor.ask') }).click();
  await page.getByRole('button', { name: say('floor.giveTo', { who: 'JPN-HDP' }) }).click();
  await expect(mioPage.getByRole('button', { name: say('floor.yield') })).toBeVisible();

  await page.getByRole('button', { name: say('call.ask'), exact: true }).click();
  for (const screen of screens) await expect(screen.getByRole('region', { name: say('call.title') }).getByRole('timer')).toBeVisible();
  expect(await faultsOf(kamolaPage)).toEqual([]);
  await mioPage.getByRole('button', { name: say('call.objectFor', { centre: 'JPN-HDP' }) }).click();
  for (const screen of screens) await expect(screen.getByRole('status').filter({ hasText: say('call.news.stopped', { centre: 'JPN-HDP', number }) })).toBeAttached();
  await expect(page.getByRole('button', { name: say('session.record.begin') })).toHaveCount(0);

  await typeAtEnd(written, ' In time.');
  await expect(textOf(page, number)).toHaveText(/In time\./);
  await page.getByRole('button', { name: say('call.askAgain') }).click();
  await kamolaDesk.context().setOffline(true);
  await typeAtEnd(written, ' Too late.');
  await page.getByRole('button', { name: say('session.record.begin') }).click(AFTER_A_CALL);
  await expect(page.getByRole('dialog')).toContainText('JPN-HDP');
  await confirm(page, say('session.record'));
  await confirm(page, say('session.hold.yes', { name: say('session.record') }));
  const [seal = ''] = say('session.seal.agreed', { item: 1, time: '|' }).split('|');
  for (const screen of screens) {
    await reads(screen, seal);
    await reads(screen, say('status.agreed'));
    await expect(textOf(screen, number)).toHaveText('Diplomas are recognised. In time.');
  }
  await kamolaDesk.context().setOffline(false);
  await expect(written).toHaveAttribute('contenteditable', 'false');
  await expect(written).toHaveText('Diplomas are recognised. In time.');
  await kamolaDesk.getByRole('button', { name: say('tray.show') }).click();
  await expect(kamolaDesk.getByRole('dialog')).toContainText('Too late.');
  await kamolaDesk.keyboard.press('Escape');

  await page.getByRole('button', { name: say('session.correct.begin') }).click();
  await page.getByRole('dialog').getByLabel(say('session.correct.reason')).fill('The wrong paragraph was read out.');
  await confirm(page, say('session.correct'));
  for (const screen of screens) await reads(screen, say('session.recorded.reopened', { number }));
  await expect(written).toHaveAttribute('contenteditable', 'true');

  await page.getByRole('button', { name: say('session.act.close') }).click();
  await confirm(page, say('session.act.close'));
  await mioPage.getByRole('main').getByRole('link', { name: say('minutes.title') }).click();
  const minutes = mioPage.getByRole('article');
  for (const words of [say('session.kind.agreed'), say('session.kind.reopened'), 'The wrong paragraph was read out.', 'JPN-HDP', 'UZB-CTP']) {
    await expect(minutes).toContainText(words);
  }
  for (const { name } of [rustam, mio, kamola]) await expect(minutes).not.toContainText(name);
});

test('[SE2] of two moderators one holds the chair, and taking it over is an act of its own', async ({ page, anotherPage }) => {
  const emiPage = await anotherPage();
  await signInAs(page, rustam);
  await signInAs(emiPage, emi);
  await openSession(page, 'Two moderators', '9.1');
  await enterRoom(emiPage, 'Two moderators');
  const suspend = say('session.act.suspend');
  await expect(emiPage.getByRole('button', { name: suspend })).toHaveCount(0);
  await emiPage.getByRole('button', { name: say('session.act.take-chair') }).click();
  await expect(emiPage.getByRole('dialog')).toContainText(rustam.name);
  await confirm(emiPage, say('session.act.take-chair'));
  for (const screen of [page, emiPage]) await reads(screen, say('session.chairedBy', { name: emi.name }));
  await expect(page.getByRole('button', { name: suspend })).toHaveCount(0);
  await emiPage.getByRole('button', { name: suspend }).click();
  await confirm(emiPage, suspend);
  await reads(page, say('session.notice.suspended'));
});

for (const language of LANGUAGES) {
  test(`[WE3] [WE5] agenda, room and minutes in ${language}: axe finds nothing, and at 320 pixels nothing is cut off`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await signInAs(page, mio, language);
    await page.goto(`/${language}/sessions`);
    const list = page.getByRole('main').getByRole('link');
    const minutes = await list.filter({ hasText: say('minutes.title', {}, language) }).last().getAttribute('href');
    const agenda = await list.filter({ hasText: { en: 'Second reading', ru: 'Второе чтение', ja: '第二読会' }[language] }).getAttribute('href');
    for (const path of [String(agenda), `${agenda}/room`, String(minutes)]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      expect(await faultsOf(page)).toEqual([]);
    }
  });
}
