import { PHASES } from '@expert-forum/domain';
import { renderPlain } from '@expert-forum/rendering';
import { loadCatalogue } from '../../shared/i18n/catalogues.js';
import { LANGUAGES } from '../../shared/i18n/languages.js';
import { exportedSection, wholeText } from './exported.fixture.js';

it.each(LANGUAGES)('[EX2] a file calls phases in %s as the screen does', async (language) => {
  const catalogue = await loadCatalogue(language);
  const sections = [...PHASES.map((phase) => exportedSection({ phase })), exportedSection({ phase: 'agreed', isAdReferendum: true })];
  const file = renderPlain(wholeText({ language, chapters: [{ number: '1', title: { en: 'All' }, sections }] }));
  for (const phase of PHASES) expect(file).toContain(`1.1  ${catalogue[`phase.${phase}`]} · `);
  expect(file).toContain(`1.1  ${catalogue['status.agreed_ad_referendum']} · `);
});
