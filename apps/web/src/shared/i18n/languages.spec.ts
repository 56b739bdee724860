import { bestLanguage } from './languages.js';
import { localised } from './Localised.js';

describe('languages of the interface', () => {
  it.each([
    [['ja-JP', 'en'], 'ja'],
    [['kk', 'ru-KZ'], 'ru'],
    [['de'], 'en'],
    [[], 'en'],
  ])('for a reader of %j takes %s', (wanted, language) => {
    expect(bestLanguage(wanted)).toBe(language);
  });

  it('shows the English title, marked as English, where a translation is missing', () => {
    expect(localised({ en: 'Vision', ru: 'Видение' }, 'ru')).toEqual({ text: 'Видение', language: 'ru' });
    expect(localised({ en: 'Vision' }, 'ja')).toEqual({ text: 'Vision', language: 'en' });
  });
});
