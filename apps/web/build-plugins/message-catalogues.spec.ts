import { join } from 'node:path';
import { catalogueFaults, readCatalogues } from './message-catalogues.js';

describe('message catalogues', () => {
  it('say the same in every language, with the same arguments', () => {
    expect(catalogueFaults(readCatalogues(join(process.cwd(), 'src/shared/i18n/messages')))).toEqual([]);
  });

  it('are refused when a key, an argument or the syntax differs', () => {
    const faults = catalogueFaults({
      en: { a: 'A', b: '{n, plural, one {# change} other {# changes}}', c: 'C {x}' },
      ru: { b: '{m}', c: 'C {x', d: 'D' },
    });
    expect(faults).toEqual([
      'ru: "a" is missing',
      'ru: "b" uses {m} instead of {n}',
      expect.stringContaining('ru: "c" is not an ICU message'),
      'ru: "d" is in no other catalogue',
    ]);
  });
});
