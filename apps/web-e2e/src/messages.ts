import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

export const LANGUAGES = ['en', 'ru', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES = new URL('../../web/src/shared/i18n/messages/', import.meta.url);

/**
 * What a person reads on the screen: the sentence of the application's own catalogue, so that journeys survive new words.
 *
 * @throws Error for a key the catalogue does not have
 */
export function say(key: string, values: Record<string, string | number> = {}, language: Language = 'en'): string {
  const catalogue: Record<string, string> = JSON.parse(readFileSync(new URL(`${language}.json`, CATALOGUES), 'utf8'));
  const sentence = catalogue[key];
  if (sentence === undefined) throw new Error(`no message ${key} in ${language}`);
  return String(new IntlMessageFormat(sentence, language).format(values));
}
